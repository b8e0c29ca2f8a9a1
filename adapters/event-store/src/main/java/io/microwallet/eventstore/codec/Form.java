package io.microwallet.eventstore.codec;

/** The ways in which values are spelled; whatever the log was once written in is read for ever. */
enum Form {
    /** Every object with the names of its fields, every id and account in full. Read only. */
    SPELLED_OUT,
    /** Money, lots and postings as short arrays; an id that the event has named already is not spelled a second time. */
    SHORT
}
