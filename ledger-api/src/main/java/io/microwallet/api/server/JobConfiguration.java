package io.microwallet.api.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.microwallet.api.job.worker.JobMeters;
import io.microwallet.api.job.worker.JobWork;
import io.microwallet.api.job.worker.ReturnsOfPopUp;
import io.microwallet.api.topup.worker.Alarm;
import io.microwallet.api.topup.worker.CallWorker;
import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.job.JobId;
import io.microwallet.core.request.Decisions;
import io.microwallet.vault.DerivedIds;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker that carries jobs out. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    ReturnsOfPopUp returnsOfPopUp(
            Books books, Decisions decisions, DerivedIds ids, InstantSource clock, MeterRegistry meters) {
        return new ReturnsOfPopUp(books, new WorkerCalls(decisions, clock), ids, new JobMeters(meters));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    CallWorker<JobId> jobWorker(Books books, ReturnsOfPopUp returns) {
        return new CallWorker<>(books, new JobWork(books, returns), Alarm.clock());
    }
}
