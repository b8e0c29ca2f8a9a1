package io.microwallet.api.demo;

/** One member: a name for the story only (the service never hears it), and the door's token for the wallet. */
record Member(String name, String wallet, String card, long topUp) {}
