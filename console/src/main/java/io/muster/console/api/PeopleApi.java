package io.muster.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.admin.Conflict;
import io.muster.console.admin.PeopleDesk;
import io.muster.console.admin.PersonEdit;
import io.muster.console.history.Journal;
import io.muster.console.live.Live;
import io.muster.console.live.LivePerson;
import io.muster.console.live.NotSent;
import io.muster.console.users.Right;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Limits;
import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of a site and their tags: omlox Trackables, as in the topic {@code trackables}. */
@RestController
@RequestMapping("/api/v1/sites/{site}/people")
public class PeopleApi {
    private static final int MOST_IMPORTED_BYTES = 16 * 1024 * 1024;

    private final Live live;
    private final PeopleDesk desk;
    private final Journal journal;

    PeopleApi(Live live, PeopleDesk desk, Journal journal) {
        this.live = live;
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * @param tags in the form in which they are matched
     * @param validFrom from when the tags are theirs; null = always
     * @param validUntil until when, exclusive; null = for ever
     * @param validNow whether they are now
     * @param lastSeen null = has no position now
     * @param revision another one after every change: to be given by whoever changes this person
     */
    public record PersonRecord(
            String id,
            @Nullable String name,
            List<String> tags,
            @Nullable String department,
            @Nullable String personType,
            @Nullable String post,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable String host,
            boolean validNow,
            @Nullable Instant lastSeen,
            long revision) {}

    /** @param total how many there are of those asked for */
    public record Register(int total, List<PersonRecord> people) {}

    /** @param document the omlox Trackable; null without the right to names */
    public record WholePerson(
            PersonRecord person,

            @Schema(implementation = Object.class) @JsonRawValue @Nullable
            String document) {}

    /** @param notInFile who is there and stays as they are */
    public record Imported(int people, int written, int unchanged, int notInFile) {}

    /** @param validFrom when the tags of this person are theirs; null = stays as it is */
    public record Binding(
            @Nullable String validFrom, @Nullable String validUntil) {}

    /** One fault of a file. */
    public record PersonFault(
            @Nullable Integer line, @Nullable String field, String message) {}

    /**
     * Everybody who is registered, by id.
     *
     * @param q part of an id, a name or a tag; by name only with the right to names
     */
    @GetMapping
    Register people(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Integer limit) {
        Scope scope = Scope.of(who, live, site);
        int most = Given.limit(limit, 5_000);
        String wanted = q == null ? null : q.toLowerCase(Locale.ROOT);
        List<Person> found = desk.people(scope.site()).stream()
                .filter(each -> department == null || department.equals(each.department()))
                .filter(each -> wanted == null || matches(scope, each, wanted))
                .sorted(Comparator.comparing(Person::id))
                .toList();
        return new Register(
                found.size(),
                found.stream().limit(most).map(each -> view(scope, each)).toList());
    }

    private static boolean matches(Scope scope, Person person, String wanted) {
        String name = scope.user().may(Right.NAMES) ? person.name() : null;
        return person.id().toLowerCase(Locale.ROOT).contains(wanted)
                || (name != null && name.toLowerCase(Locale.ROOT).contains(wanted))
                || person.tags().stream()
                        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static PersonRecord view(Scope scope, Person person) {
        LivePerson seen = scope.site().person(person.id());
        Long revision = scope.site().revision(person.id());
        return new PersonRecord(
                person.id(),
                scope.user().may(Right.NAMES) ? person.name() : null,
                person.tags(),
                person.department(),
                person.personType(),
                person.post(),
                person.validFrom(),
                person.validUntil(),
                person.host(),
                person.validAt(Instant.now()),
                seen == null ? null : seen.heardAt(),
                revision == null ? -1 : revision);
    }

    /** One person, with the document. */
    @GetMapping("/{id}")
    ResponseEntity<WholePerson> person(Authentication who, @PathVariable String site, @PathVariable String id) {
        Scope scope = Scope.of(who, live, site);
        desk.people(scope.site());
        return whole(HttpStatus.OK, scope, known(scope, id));
    }

    private static ResponseEntity<WholePerson> whole(HttpStatus status, Scope scope, Person person) {
        PersonRecord record = view(scope, person);
        return ResponseEntity.status(status)
                .eTag("\"" + record.revision() + "\"")
                .body(new WholePerson(record, scope.user().may(Right.NAMES) ? person.document() : null));
    }

    private static Person known(Scope scope, String id) {
        Person person = scope.site().registered(id);
        if (person == null) {
            throw new NotThere("there is no person " + id);
        }
        return person;
    }

    /** Adds the person in the body. */
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    @PostMapping
    ResponseEntity<WholePerson> add(Authentication who, @PathVariable String site, HttpServletRequest request)
            throws IOException, NotSent {
        Scope scope = Scope.of(who, live, site);
        Person given = read(request);
        PeopleDesk.Saved saved = save(scope, given.id(), null, before -> {
            if (before != null) {
                throw new Conflict("id: there is a person '" + given.id() + "'");
            }
            return given;
        });
        told(scope, "person.add", saved, request);
        return whole(HttpStatus.CREATED, scope, saved.after());
    }

    /**
     * Puts the document in the body in the place of what is there.
     *
     * @param revision of what the change was made from; the header {@code If-Match} likewise
     */
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    @PutMapping("/{id}")
    ResponseEntity<WholePerson> change(
            Authentication who,
            @PathVariable String site,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long revision,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletRequest request)
            throws IOException, NotSent {
        Scope scope = Scope.of(who, live, site);
        Person given = read(request);
        if (!given.id().equals(id)) {
            throw new BadRequest("id: expected '" + id + "', was '" + given.id() + "'");
        }
        Long from = revision(revision, match);
        if (from == null) {
            throw new BadRequest("revision must be given: that of the person whom you changed");
        }
        PeopleDesk.Saved saved = save(scope, id, from, before -> {
            if (before == null) {
                throw new NotThere("there is no person " + id);
            }
            return given;
        });
        told(scope, "person.change", saved, request);
        return whole(HttpStatus.OK, scope, saved.after());
    }

    /** Takes a person out of the register: their tags are nobody's from then on. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Authentication who,
            @PathVariable String site,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long revision,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletRequest request)
            throws NotSent {
        Scope scope = Scope.of(who, live, site);
        Person before = desk.delete(scope.site(), id, revision(revision, match));
        if (before == null) {
            throw new NotThere("there is no person " + id);
        }
        act(scope, "person.delete", id, fields(before, null), request);
    }

    /** Takes a file, one Trackable on each line: those who are new or changed are written, all others stay; with any fault, nothing is written. */
    @Operation(
            requestBody =
                    @RequestBody(
                            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))))
    @PostMapping("/import")
    Imported importAll(Authentication who, @PathVariable String site, HttpServletRequest request)
            throws IOException, NotSent {
        Scope scope = Scope.of(who, live, site);
        byte[] lines = Bodies.bytes(request, MOST_IMPORTED_BYTES);
        try {
            PeopleDesk.Imported done = desk.importAll(scope.site(), lines, named(scope));
            ObjectNode detail = Json.object();
            detail.put("people", done.people());
            detail.put("written", done.written());
            act(scope, "person.import", null, detail, request);
            return new Imported(done.people(), done.written(), done.people() - done.written(), done.notInFile());
        } catch (PeopleFaults e) {
            throw faults(e);
        }
    }

    /** Binds a tag to a person; one that is theirs already stays, and only the times are changed. */
    @PutMapping("/{id}/tags/{tag}")
    ResponseEntity<WholePerson> bind(
            Authentication who,
            @PathVariable String site,
            @PathVariable String id,
            @PathVariable String tag,
            @org.springframework.web.bind.annotation.RequestBody(required = false) @Nullable Binding binding,
            HttpServletRequest request)
            throws NotSent {
        Scope scope = Scope.of(who, live, site);
        Instant from = Given.timeOrNull("valid_from", binding == null ? null : binding.validFrom());
        Instant until = Given.timeOrNull("valid_until", binding == null ? null : binding.validUntil());
        PeopleDesk.Saved saved = save(scope, id, null, before -> {
            if (before == null) {
                throw new NotThere("there is no person " + id);
            }
            PersonEdit edit = PersonEdit.of(before).bind(tag);
            return (from == null && until == null ? edit : edit.valid(from, until)).person();
        });
        told(scope, "person.bind", saved, request);
        return whole(HttpStatus.OK, scope, saved.after());
    }

    /** Takes a tag away from a person. */
    @DeleteMapping("/{id}/tags/{tag}")
    ResponseEntity<WholePerson> unbind(
            Authentication who,
            @PathVariable String site,
            @PathVariable String id,
            @PathVariable String tag,
            HttpServletRequest request)
            throws NotSent {
        Scope scope = Scope.of(who, live, site);
        PeopleDesk.Saved saved = save(scope, id, null, before -> {
            PersonEdit edit = before == null ? null : PersonEdit.of(before);
            if (edit == null || !edit.unbind(tag)) {
                throw new NotThere("'" + Ids.providerKey(tag) + "' is no tag of a person " + id);
            }
            return edit.person();
        });
        told(scope, "person.unbind", saved, request);
        return whole(HttpStatus.OK, scope, saved.after());
    }

    private PeopleDesk.Saved save(Scope scope, String id, @Nullable Long revision, PeopleDesk.Maker maker)
            throws NotSent {
        try {
            return desk.save(scope.site(), id, revision, named(scope), maker);
        } catch (PeopleFaults e) {
            throw faults(e);
        }
    }

    private static Person read(HttpServletRequest request) throws IOException {
        try {
            return PersonEdit.read(Bodies.bytes(request, Limits.RECORD.documentBytes()));
        } catch (PeopleFaults e) {
            throw faults(e);
        }
    }

    /** {@code people:7 field: …} of a file, {@code field: …} of one person. */
    private static BadRequest faults(PeopleFaults faults) {
        List<PersonFault> errors = new ArrayList<>();
        for (String each : faults.faults()) {
            Integer line = null;
            String message = each;
            if (each.startsWith(PeopleDesk.NAME + ":")) {
                int space = each.indexOf(' ');
                line = Integer.valueOf(each.substring(PeopleDesk.NAME.length() + 1, space));
                message = each.substring(space + 1);
            }
            int colon = message.indexOf(':');
            errors.add(new PersonFault(line, colon < 0 ? null : message.substring(0, colon), message));
        }
        String first = faults.faults().get(0);
        return new BadRequest(errors.size() == 1 ? first : first + " (and " + (errors.size() - 1) + " more)", errors);
    }

    /** Whoever may not read names is told the id. */
    private static Function<Person, String> named(Scope scope) {
        return person -> {
            String name = scope.user().may(Right.NAMES) ? person.name() : null;
            return "'" + person.id() + "'" + (name == null ? "" : " (" + name + ")");
        };
    }

    private static @Nullable Long revision(@Nullable Long given, @Nullable String match) {
        if (given != null || match == null || match.isBlank()) {
            return given;
        }
        try {
            return Long.valueOf(match.strip().replaceAll("^(W/)?\"|\"$", ""));
        } catch (NumberFormatException e) {
            throw new BadRequest("If-Match: expected a revision, was " + match);
        }
    }

    private void told(Scope scope, String act, PeopleDesk.Saved saved, HttpServletRequest request) {
        if (saved.written()) {
            act(scope, act, saved.after().id(), fields(saved.before(), saved.after()), request);
        }
    }

    private void act(Scope scope, String act, @Nullable String id, ObjectNode detail, HttpServletRequest request) {
        journal.act(
                scope.user().getUsername(),
                act,
                scope.site().id(),
                id,
                Json.writeString(detail),
                request.getRemoteAddr());
    }

    /** What differs, old and new. */
    private static ObjectNode fields(@Nullable Person before, @Nullable Person after) {
        ObjectNode detail = Json.object();
        field(detail, "name", before, after, Person::name);
        field(detail, "tags", before, after, Person::tags);
        field(detail, "department", before, after, Person::department);
        field(detail, "person_type", before, after, Person::personType);
        field(detail, "post", before, after, Person::post);
        field(detail, "valid_from", before, after, Person::validFrom);
        field(detail, "valid_until", before, after, Person::validUntil);
        field(detail, "host", before, after, Person::host);
        return detail;
    }

    private static void field(
            ObjectNode detail,
            String name,
            @Nullable Person before,
            @Nullable Person after,
            Function<Person, @Nullable Object> of) {
        Object was = before == null ? null : of.apply(before);
        Object is = after == null ? null : of.apply(after);
        if (!Objects.equals(was, is)) {
            detail.putArray(name).addPOJO(was).addPOJO(is);
        }
    }
}
