package health.malasakit.bench;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Cookies of as many people, for a server that is started later. */
  static List<String> cookies(Node node, Organization... clinics) {
    var world = node.bean(World.class);
    return IntStream.range(0, Measured.CLIENTS)
        .mapToObj(client -> world.cookieOf(world.person(Role.SUPERVISOR, clinics)))
        .toList();
  }

  static Clients at(int port, List<String> cookies) {
    return new Clients(cookies.stream().map(cookie -> Client.on(port).as(cookie)).toList());
  }

  Client of(int client) {
    return all.get(client);
  }
}
