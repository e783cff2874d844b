package health.malasakit.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Lets through the files that pages use and no other file of the web jars. */
final class OnlyThese extends AbstractResourceResolver {

  private final Set<String> files;

  OnlyThese(Set<String> files) {
    this.files = files;
  }

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    return files.contains(path) ? chain.resolveResource(request, path, locations) : null;
  }

  @Override
  protected @Nullable String resolveUrlPathInternal(
      String path, List<? extends Resource> locations, ResourceResolverChain chain) {
    return files.contains(path) ? chain.resolveUrlPath(path, locations) : null;
  }
}
