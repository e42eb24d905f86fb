package dev.ravel.resolver.stream;

import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A store whose transactions are handed out inside another one, to be watched or disturbed. */
final class WatchedStore {
    private WatchedStore() {}

    static ResolutionStore over(ResolutionStore store, UnaryOperator<ResolutionTransaction> wrap) {
        return (ResolutionStore) Proxy.newProxyInstance(
                WatchedStore.class.getClassLoader(),
                new Class<?>[] {ResolutionStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("inTransaction")) {
                        @SuppressWarnings("unchecked")
                        Function<ResolutionTransaction, Object> work =
                                (Function<ResolutionTransaction, Object>) arguments[0];
                        return store.inTransaction(transaction -> work.apply(wrap.apply(transaction)));
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
