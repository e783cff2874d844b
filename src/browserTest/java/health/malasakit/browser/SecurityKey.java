package health.malasakit.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A security key made of software, as Chromium's own tools have it. */
public final class SecurityKey {

  private final CDPSession tools;
  private final JsonObject id;

  private SecurityKey(CDPSession tools, JsonObject id) {
    this.tools = tools;
    this.id = id;
  }

  /** Puts a key into the machine of this page; it is touched whenever it is asked. */
  public static SecurityKey in(Page page) {
    var tools = page.context().newCDPSession(page);
    tools.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "usb");
    options.addProperty("hasResidentKey", false);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var all = new JsonObject();
    all.add("options", options);
    return new SecurityKey(tools, tools.send("WebAuthn.addVirtualAuthenticator", all));
  }

  /** Takes the key away. */
  public void remove() {
    tools.send("WebAuthn.removeVirtualAuthenticator", id);
    tools.send("WebAuthn.disable");
    tools.detach();
  }
}
