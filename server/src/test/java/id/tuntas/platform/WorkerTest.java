package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTest {

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
    void goesOnAfterWhateverItsWorkThrew(Class<? extends Throwable> thrown) throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        Worker worker = new Worker("test", Duration.ofMillis(1), () -> {
            twice.countDown();
            fail(thrown);
        });

        worker.start();

        assertThat(twice.await(1, TimeUnit.MINUTES)).isTrue();
        worker.stop();
    }

    private static void fail(Class<? extends Throwable> thrown) {
        try {
            throw thrown.getDeclaredConstructor().newInstance();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
