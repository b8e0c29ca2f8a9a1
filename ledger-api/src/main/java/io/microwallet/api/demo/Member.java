package io.microwallet.api.demo;

/** One member: a name for the story only (the service never hears it), who opened the wallet, and that client's token for it. */
record Member(String name, Player till, String wallet, String card, long topUp) {}
