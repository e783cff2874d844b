package health.malasakit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class JteViewsTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/patients/1");
  private final JteViews views =
      new JteViews(UiConfiguration.templateEngine(), asked -> TestShells.signedIn(asked));

  @Test
  void a_view_name_is_the_path_of_the_template_below_the_base_package() {
    assertThat(views.resolveViewName("ui/problem", Locale.ENGLISH)).isNotNull();
  }

  @Test
  void a_name_without_template_is_left_to_others() {
    assertThat(views.resolveViewName("redirect:/", Locale.ENGLISH)).isNull();
  }

  @Test
  void a_page_comes_with_rail_clocks_and_one_h1() throws Exception {
    var html = shown();
    assertThat(html).startsWith("<!doctype html>").contains("Your draft is kept");
    assertThat(html).containsOnlyOnce("<h1").contains("data-zone=\"Asia/Manila\"", "Tue</span>");
    assertThat(html).contains("href=\"/patients\"").contains("aria-current=\"page\"");
  }

  @Test
  void what_a_person_may_not_use_is_not_in_the_rail() throws Exception {
    assertThat(shown()).doesNotContain("href=\"/audit\"");
  }

  @Test
  void htmx_gets_the_content_without_chrome() throws Exception {
    request.addHeader("HX-Request", "true");
    assertThat(shown()).doesNotContain("<html", "<nav").contains("Your draft is kept");
  }

  @Test
  void text_of_people_is_escaped() throws Exception {
    assertThat(shown()).contains("&lt;Ana&gt;").doesNotContain("<Ana>");
  }

  private String shown() throws Exception {
    var page = new ProblemPage("No page of <Ana> here", "Your draft is kept.", "", "K7-2M");
    var response = new MockHttpServletResponse();
    var view = views.resolveViewName("ui/problem", Locale.ENGLISH);
    assertThat(view).isNotNull();
    view.render(Map.of("page", page), request, response);
    return response.getContentAsString();
  }
}
