package dev.ravel.api;

import dev.ravel.resolver.store.ResolutionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Watches the calls to a store, and can hold or fail them. */
public final class StoreProbe {
    /**
     * A call to the store.
     *
     * @param method the method's name
     * @param thread the name of the thread that called it
     */
    public record Call(String method, String thread) {}

    private final ResolutionStore watched;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> before = method -> {};

    private StoreProbe(ResolutionStore store) {
        this.watched = (ResolutionStore) Proxy.newProxyInstance(
                ResolutionStore.class.getClassLoader(),
                new Class<?>[] {ResolutionStore.class},
                (proxy, method, arguments) -> call(store, method, arguments));
    }

    public static StoreProbe on(ResolutionStore store) {
        return new StoreProbe(store);
    }

    /** The store to give to the server. */
    public ResolutionStore store() {
        return watched;
    }

    /** Runs before each call, on its thread, with the method's name. */
    public void before(Consumer<String> action) {
        before = action;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<String> methods() {
        return calls.stream().map(Call::method).toList();
    }

    public void forget() {
        calls.clear();
    }

    private @Nullable Object call(ResolutionStore store, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        calls.add(new Call(method.getName(), Thread.currentThread().getName()));
        before.accept(method.getName());
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }
}
