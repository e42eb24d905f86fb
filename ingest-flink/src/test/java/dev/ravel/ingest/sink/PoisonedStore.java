package dev.ravel.ingest.sink;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/** A store that refuses records whose id begins with {@code poison}, and is not to be reached once one is {@code down}. */
final class PoisonedStore {
    private PoisonedStore() {}

    static ResolutionStore over(ResolutionStore store) {
        return proxy(ResolutionStore.class, store, (method, arguments) -> {
            if (!method.getName().equals("inTransaction")) {
                return arguments;
            }
            @SuppressWarnings("unchecked")
            Function<ResolutionTransaction, Object> work = (Function<ResolutionTransaction, Object>) arguments[0];
            Function<ResolutionTransaction, Object> poisoned = transaction -> work.apply(over(transaction));
            return new Object[] {poisoned};
        });
    }

    private static ResolutionTransaction over(ResolutionTransaction transaction) {
        return proxy(ResolutionTransaction.class, transaction, (method, arguments) -> {
            if (method.getName().equals("write")) {
                check((GraphChange) arguments[0]);
            }
            return arguments;
        });
    }

    private static void check(GraphChange change) {
        change.records().forEach(record -> {
            String id = record.version().key().id();
            if (id.startsWith("poison")) {
                throw new IllegalStateException("refused " + id);
            }
            if (id.startsWith("down")) {
                throw new ResolutionException(ErrorCode.STORE_UNAVAILABLE, "not to be reached");
            }
        });
    }

    @FunctionalInterface
    private interface Interception {
        Object[] arguments(Method method, Object[] given);
    }

    private static <T> T proxy(Class<T> type, T target, Interception interception) {
        InvocationHandler handler = (proxy, method, given) -> {
            try {
                return given == null
                        ? method.invoke(target)
                        : method.invoke(target, interception.arguments(method, given));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
