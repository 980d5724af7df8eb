package org.intercomjira.delivery;

import org.springframework.beans.factory.BeanFactory;

/** The engine's inner parts, for measuring them. In its package, because they are nobody else's business. */
public final class EngineAccess {
    private final BeanFactory beans;

    public EngineAccess(BeanFactory beans) {
        this.beans = beans;
    }

    /** Picks what is due and claims it; the number of claimed messages. */
    public int claim(String lane, int capacity) {
        return beans.getBean(Claims.class).claim(lane, capacity).claimed().size();
    }

    public void start() {
        beans.getBean(DeliveryPoll.class).start();
    }

    /** As the poll does it once a minute. */
    public void wake() {
        beans.getBean(Lanes.class).wakeAll();
    }

    public void stop() {
        beans.getBean(DeliveryPoll.class).stop();
    }
}
