package io.microwallet.api.server;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** What Spring starts: controllers are found by scanning, everything with a lifetime is built in plain Java. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("io.microwallet.api")
class ServiceApplication {}
