package health.malasakit.bench;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import java.util.ArrayList;
import java.util.List;

/** Eight people at their screens, each with a session of her own. */
record Clients(List<Client> all) {

  static Clients in(Node node, Organization... clinics) {
    var all = new ArrayList<Client>();
    for (int client = 0; client < Measured.CLIENTS; client++) {
      var world = node.bean(World.class);
      var person = world.person(Role.SUPERVISOR, clinics);
      all.add(Client.on(node.port()).as(world.cookieOf(person)));
    }
    all.forEach(client -> client.get("/"));
    return new Clients(all);
  }

  Client of(int client) {
    return all.get(client);
  }
}
