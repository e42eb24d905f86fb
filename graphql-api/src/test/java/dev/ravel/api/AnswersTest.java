package dev.ravel.api;

import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;

class AnswersTest extends AnswersContract {
    @Override
    ResolutionStore emptyStore() {
        return new InMemoryStore();
    }
}
