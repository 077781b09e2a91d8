#pragma once

struct sqlite3;

namespace bienban::registry {

/// Makes the tokenizer "bienban" known to a connection: syllables in lower case without marks, đ as d; their places are
/// bytes. Throws StoreError.
void add_tokenizer(sqlite3* db);

}  // namespace bienban::registry
