package health.malasakit.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The shell before anybody has signed in: no names, no rail, only words and theme. */
@Component
public final class PlainShells implements Shells {

  private final MessageSource bundles;
  private final InstantSource clock;
  private final Assets assets;
  private final List<NavEntry> entries;

  PlainShells(
      MessageSource bundles,
      InstantSource clock,
      Assets assets,
      ObjectProvider<NavEntry> contributed) {
    this.bundles = bundles;
    this.clock = clock;
    this.assets = assets;
    this.entries = contributed.stream().toList();
  }

  @Override
  public Shell current(HttpServletRequest request) {
    return new Shell(
        Me.NOBODY,
        List.of(),
        Csrf.of(request),
        Theme.of(request),
        new Words(bundles, RequestContextUtils.getLocale(request)),
        entries,
        Place.of(request, clock.instant()),
        assets);
  }
}
