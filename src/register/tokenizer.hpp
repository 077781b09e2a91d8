#pragma once

struct sqlite3;

namespace bienban::registry {

/// Makes two things known to a connection that the index of words needs: the tokenizer "bienban", which cuts words as
/// WordCutter does (their places are bytes), and the function bienban_rank(search): how well a text fits the query, 0
/// to 1. Throws StoreError.
void add_tokenizer(sqlite3* db);

}  // namespace bienban::registry
