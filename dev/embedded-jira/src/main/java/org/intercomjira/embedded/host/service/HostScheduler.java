package org.intercomjira.embedded.host.service;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.intercomjira.embedded.host.spring.ContextLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs plugins' jobs at their intervals; those that run once per cluster only on the node that claims the run in the database. */
public final class HostScheduler implements SchedulerService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostScheduler.class);
    private static final int THREADS = 4;

    private final Map<JobRunnerKey, JobRunner> runners = new ConcurrentHashMap<>();
    private final Map<JobId, Future<?>> jobs = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor threads;
    private final ClusterRuns clusterRuns;
    private volatile UnaryOperator<Runnable> frame = UnaryOperator.identity();

    public HostScheduler(ClusterRuns clusterRuns) {
        this.clusterRuns = clusterRuns;
        AtomicInteger count = new AtomicInteger();
        threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, "Caesium-1-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(HostScheduler.class.getClassLoader());
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
    }

    /** Runs every job in Jira's frame for threads, as Jira's scheduler does. */
    public void runIn(UnaryOperator<Runnable> jirasFrame) {
        frame = jirasFrame;
    }

    @Override
    public void registerJobRunner(JobRunnerKey key, JobRunner runner) {
        runners.put(key, runner);
    }

    @Override
    public void unregisterJobRunner(JobRunnerKey key) {
        runners.remove(key);
    }

    @Override
    public void scheduleJob(JobId id, JobConfig config) throws SchedulerServiceException {
        if (config.getSchedule() == null) {
            throw new SchedulerServiceException("The job " + id + " has no schedule");
        }
        unscheduleJob(id);
        long delay = Math.max(0, config.getSchedule().firstRunMillis() - System.currentTimeMillis());
        long interval = Math.max(1, config.getSchedule().intervalMillis());
        jobs.put(id, threads.scheduleWithFixedDelay(() -> frame.apply(() -> run(id, config, interval)).run(), delay, interval, TimeUnit.MILLISECONDS));
    }

    @Override
    public void unscheduleJob(JobId id) {
        Future<?> job = jobs.remove(id);
        if (job != null) {
            job.cancel(false);
        }
    }

    private void run(JobId id, JobConfig config, long interval) {
        JobRunner runner = runners.get(config.getJobRunnerKey());
        try {
            if (runner != null && (config.getRunMode() == RunMode.RUN_LOCALLY || clusterRuns.claim(id.toString(), interval))) {
                ContextLoader.run(runner.getClass().getClassLoader(), () -> runner.runJob(new Request()));
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The job {} failed", id, e);
        }
    }

    /** Drops what a stopped plugin left: its runners, and the jobs that nobody can run any more. */
    public void forget(ClassLoader plugin) {
        runners.entrySet().removeIf(entry -> {
            boolean isLeft = entry.getValue().getClass().getClassLoader() == plugin;
            if (isLeft) {
                LOG.warn("The job runner {} was still registered when its plugin stopped", entry.getKey());
            }
            return isLeft;
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Request() implements JobRunnerRequest {
    }
}
