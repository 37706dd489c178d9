package io.muster.rules.gathering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.gathering.Grouping.Found;
import io.muster.rules.gathering.Person.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of the groups found now is which of before. */
class IdentityTest {
    private static final List<Standing> PEOPLE = IntStream.range(0, 10)
            .mapToObj(i ->
                    Standing.now(new Person("P" + i, "tag", 1, 0, List.of(), "v1", 0, List.of(new Spot(i, 0, 0, 0)))))
            .toList();

    private static Group group(String id, boolean started, String centre, int... people) {
        List<Group.Member> members = new ArrayList<>();
        for (int person : people) {
            members.add(new Group.Member(
                    new GatheringChange.Member("P" + person, "tag", person, 0, 0, 1, false, List.of(), 0), 0));
        }
        Group group = Group.begun(id, 0, "yellow", 0, null, 0).held(centre, members, List.of(), "v1", "yellow", 0, 0);
        return started ? group.told(true, 0) : group;
    }

    private static Found found(int... people) {
        return new Found(people[0], IntStream.of(people).boxed().toList());
    }

    private static Map<Integer, Integer> continued(List<Group> groups, Found... found) {
        return Identity.continued(groups, List.of(found), PEOPLE, 3);
    }

    @Test
    void itGoesOnWhereMostOfItsMembersAre() {
        List<Group> one = List.of(group("g", true, "P0", 0, 1, 2, 3, 4));
        assertEquals(Map.of(1, 0), continued(one, found(0, 1, 7), found(2, 3, 4)));
        assertEquals(Map.of(0, 0), continued(one, found(2, 3, 4), found(0, 1, 7)));
    }

    @Test
    void ofEqualPartsTheOneWithItsCentreThenTheFirst() {
        List<Group> one = List.of(group("g", true, "P2", 0, 1, 2, 3));
        assertEquals(Map.of(1, 0), continued(one, found(0, 1, 7), found(2, 3, 8)));
        assertEquals(Map.of(0, 0), continued(one, found(2, 3, 8), found(0, 1, 7)));
        List<Group> gone = List.of(group("g", true, "P9", 0, 1, 2, 3));
        assertEquals(Map.of(0, 0), continued(gone, found(0, 1, 7), found(2, 3, 8)));
    }

    @Test
    void oneMemberAloneCarriesNoGroupAlong() {
        List<Group> one = List.of(group("g", true, "P0", 0, 1, 2));
        assertEquals(Map.of(), continued(one, found(0, 7, 8)));
        assertEquals(Map.of(0, 0), continued(one, found(0, 1, 8)));
    }

    @Test
    void ofTwoThatMeetTheOlderLivesOnAndAGatheringBeforeACandidate() {
        Group first = group("a", true, "P0", 0, 1, 2);
        Group second = group("b", true, "P3", 3, 4, 5, 6);
        Group candidate = group("c", false, "P0", 0, 1, 2);
        Found all = found(0, 1, 2, 3, 4, 5, 6);
        assertEquals(Map.of(0, 0), continued(List.of(first, second), all));
        assertEquals(Map.of(0, 1), continued(List.of(candidate, second), all));
        assertEquals(Map.of(0, 0), continued(List.of(first, candidate), found(0, 1, 2)));
    }

    @Test
    void twoThatExchangeAMemberBothGoOn() {
        Group first = group("a", true, "P0", 0, 1, 2);
        Group second = group("b", true, "P3", 3, 4, 5);
        assertEquals(Map.of(0, 0, 1, 1), continued(List.of(first, second), found(0, 1, 5), found(2, 3, 4)));
    }
}
