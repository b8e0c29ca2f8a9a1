package io.microwallet.api.survival;

import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;

/** Doors between the steps of a commit and of the indexer, which a test shuts and opens. */
final class Doors implements CommitSteps {
    final Door commit = new Door();
    final Door indexCommit = new Door();
    final Door eviction = new Door();

    /** Open at first. */
    static final class Door {
        private volatile CountDownLatch opening = new CountDownLatch(0);
        private volatile CountDownLatch arrival = new CountDownLatch(0);

        void shut() {
            arrival = new CountDownLatch(1);
            opening = new CountDownLatch(1);
        }

        void open() {
            opening.countDown();
        }

        /** Somebody stands before it. */
        void awaitArrival() {
            Until.open(arrival);
        }

        private void pass() {
            var door = opening;
            if (door.getCount() > 0) {
                arrival.countDown();
                Until.open(door);
            }
        }
    }

    void openAll() {
        commit.open();
        indexCommit.open();
        eviction.open();
    }

    @Override
    public void beforeCommit(Connection connection) {
        commit.pass();
    }

    @Override
    public void beforeIndexCommit(Connection connection) {
        indexCommit.pass();
    }

    @Override
    public void beforeEviction() {
        eviction.pass();
    }
}
