package io.microwallet.api.demo;

import io.microwallet.api.maintenance.FsckCommand;
import io.microwallet.api.server.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;

/** The whole play, scene after scene. */
final class Evening {
    private final RunningServer service;
    private final Path data;
    private final Narrator narrator;
    private final DemoReport report;

    Evening(RunningServer service, Path data, Narrator narrator, DemoReport report) {
        this.service = service;
        this.data = data;
        this.narrator = narrator;
        this.report = report;
    }

    /** @return a balance link to click */
    String play() throws IOException, InterruptedException, SQLException {
        narrator.scene("A night market opens");
        var cast = Cast.gather(service.url(), data.resolve("keys"), report, narrator);
        report.json().put("ledger", cast.ledger());
        var atTheDoor = new DoorScene(cast, narrator).play();
        var link = new StallScene(service.url(), cast, narrator).play(atTheDoor);
        var members = new ArrayList<>(atTheDoor);
        members.addAll(new StreamScene(cast, narrator).play());
        var club = new ClubScene(cast, narrator).play(members);
        var prints = new DropsScene(cast, narrator).play(members, club);
        new ExpiryScene(cast, narrator).play(members.getLast());
        new DayEndScene(cast, narrator).play(prints, members);
        var export = new BooksScene(cast, narrator).play(data.resolve("exports"), report);
        report.json().withObject("/paths").put("export", export.toString());
        checkTheStore();
        report.json().put("ok", narrator.surprises() == 0);
        return link;
    }

    private void checkTheStore() throws IOException, SQLException {
        var checked = FsckCommand.check(data);
        narrator.expect(
                checked.isSound(),
                "fsck replays the whole log, %,d events, and finds it %s",
                checked.events(),
                checked.isSound() ? "sound" : "NOT SOUND: " + checked.findings());
        report.json().put("sound", checked.isSound());
    }
}
