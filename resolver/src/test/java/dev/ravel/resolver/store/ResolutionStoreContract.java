package dev.ravel.resolver.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every {@link ResolutionStore} does, a part for each subject. Extend it and give an empty store. */
public abstract class ResolutionStoreContract
        implements TransactionContract,
                RecordContract,
                RekeyContract,
                EntityContract,
                DecisionContract,
                SealContract,
                SearchContract {
    private ResolutionStore store;

    /** A store without content or stamp, not yet opened. */
    protected abstract ResolutionStore emptyStore();

    @Override
    public final ResolutionStore store() {
        return store;
    }

    @BeforeEach
    void openEmptyStore() {
        store = emptyStore();
        store.open(DIGEST);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }
}
