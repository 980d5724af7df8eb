package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Identity;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.OAuthApp;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.Secret;
import org.junit.jupiter.api.Test;

class IdentityFinderTest {
    private static final OAuthApp APP = new OAuthApp("client", new Secret("s"));
    private final IntercomClient intercom = mock(IntercomClient.class);

    @Test
    void aStalledExchangeDoesNotHoldItsThread() throws Exception {
        when(intercom.exchangeCode(any(), any())).thenReturn(new CompletableFuture<>());

        assertThat(resultOnAThreadOfItsOwn()).isEqualTo(ConnectResult.UNAVAILABLE);
    }

    @Test
    void aStalledIdentityDoesNotHoldItsThread() throws Exception {
        when(intercom.exchangeCode(any(), any())).thenReturn(CompletableFuture.completedFuture(new Answer.Ok<>(new Secret("token"))));
        when(intercom.me(any())).thenReturn(new CompletableFuture<Answer<Identity>>());

        assertThat(resultOnAThreadOfItsOwn()).isEqualTo(ConnectResult.UNAVAILABLE);
    }

    /** What waits with a limit can be interrupted, what joins a call cannot. */
    private ConnectResult resultOnAThreadOfItsOwn() throws InterruptedException {
        AtomicReference<ConnectResult> result = new AtomicReference<>();
        Thread server = new Thread(() -> {
            Thread.currentThread().interrupt();
            try {
                new IdentityFinder(intercom).find(APP, "code", Region.US);
            } catch (IdentityFinder.NotConnected e) {
                result.set(e.result());
            }
        });
        server.start();
        server.join(TimeUnit.SECONDS.toMillis(20));
        return result.get();
    }
}
