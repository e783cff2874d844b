package health.malasakit.demo.post;

import health.malasakit.access.AnySignedIn;
import health.malasakit.audit.NotAudited;
import health.malasakit.demo.DemoMailboxes;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.Choice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mailboxes of the made-up people, with the mail that reached them. */
@Controller
@RequestMapping("/demo/inbox")
@ConditionalOnProperty("malasakit.made-up-world")
class InboxController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Mailboxes mailboxes;
  private final MailNews news;

  InboxController(Mailboxes mailboxes, MailNews news) {
    this.mailboxes = mailboxes;
    this.news = news;
  }

  @GetMapping
  @AnySignedIn(why = "mail of people who exist nowhere, for whoever plays with the made-up world")
  @NotAudited(why = "shows people who exist nowhere")
  ModelAndView mails() {
    var page =
        new InboxPage(
            news.topics(),
            mailboxes(),
            Stream.of(Mood.values())
                .map(mood -> Choice.of(mood.code(), Sentences.of("demo.inbox." + mood.code())))
                .toList(),
            mailboxes.moody().entrySet().stream()
                .map(one -> new InboxPage.Moody(one.getKey(), one.getValue().code()))
                .toList(),
            mailboxes.all().stream().map(InboxController::shown).toList());
    return new ModelAndView("demo/post/inbox", "page", page);
  }

  /** How the server answers for a mailbox from now on. */
  @PostMapping
  @AnySignedIn(why = "a mail server of the made-up world")
  @NotAudited(why = "changes nothing of anybody")
  String answer(
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String mood) {
    if (mailboxes().stream().anyMatch(one -> one.value().equals(address))) {
      mailboxes.answer(address, Mood.of(mood));
    }
    return "redirect:/demo/inbox";
  }

  /** The file for the calendar, to try it in a real one. */
  @GetMapping("/{id}/invite.ics")
  @AnySignedIn(why = "mail of people who exist nowhere, for whoever plays with the made-up world")
  @NotAudited(why = "shows people who exist nowhere")
  ResponseEntity<byte[]> file(@PathVariable UUID id) {
    return mailboxes
        .find(id)
        .flatMap(one -> ReadMail.of(one.text()))
        .flatMap(ReadMail::calendar)
        .map(file ->
            ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename("invite.ics").build().toString())
                .body(file.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** Those of the hand-made patients, then whoever else got a mail. */
  private List<Choice> mailboxes() {
    var known = DemoMailboxes.known();
    var others = new TreeMap<String, String>();
    mailboxes.all().forEach(one -> others.put(one.to(), one.to()));
    mailboxes.moody().keySet().forEach(one -> others.put(one, one));
    others.keySet().removeAll(known.keySet());
    return Stream.concat(known.entrySet().stream(), others.entrySet().stream())
        .map(one -> Choice.of(one.getKey(), one.getValue()))
        .toList();
  }

  private static InboxPage.Mail shown(Mailboxes.Taken one) {
    var read = ReadMail.of(one.text());
    var file = read.flatMap(ReadMail::calendar);
    return new InboxPage.Mail(
        one.id().toString(),
        DemoMailboxes.known().getOrDefault(one.to(), one.to()),
        read.map(ReadMail::from).orElse(one.from()),
        Moments.clock(one.at(), Scopes.current().zone()),
        read.map(ReadMail::subject).orElse(Sentences.of("demo.inbox.unreadable")),
        read.map(ReadMail::body).orElse(one.text()),
        file.map(ReadVisit::of),
        file.orElse(""));
  }
}
