package com.atlassian.sal.api.transaction;

/** Work done in one transaction. */
public interface TransactionCallback<T> {
    T doInTransaction();
}
