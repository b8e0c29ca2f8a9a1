package io.microwallet.api.server;

import java.nio.file.Path;
import java.util.Optional;

/** Whether this start was the first of its deployment: then it made the operator's key. */
record NewDeployment(Optional<Path> operatorKey) {}
