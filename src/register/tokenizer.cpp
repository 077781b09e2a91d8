#include "register/tokenizer.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "register/sqlite.hpp"
#include "register/words.hpp"

namespace bienban::registry {

namespace {

// No state: all that the tokenizer knows is in WordCutter. SQLite asks for a pointer all the same.
int make_tokenizer(void* context, const char** /*arguments*/, int /*count*/, Fts5Tokenizer** tokenizer) {
	*tokenizer = reinterpret_cast<Fts5Tokenizer*>(context);
	return SQLITE_OK;
}

void remove_tokenizer(Fts5Tokenizer* /*tokenizer*/) {}

int tokenize(Fts5Tokenizer* /*tokenizer*/, void* context, int /*reason*/, const char* text, int size,
             int (*take)(void*, int, const char*, int, int, int)) {
	if (text == nullptr) return SQLITE_OK;
	WordCutter words({text, static_cast<std::size_t>(size)});
	while (words.next()) {
		const auto form = words.form();
		const int code = take(context, 0, form.data(), static_cast<int>(form.size()), static_cast<int>(words.begin()),
		                      static_cast<int>(words.end()));
		if (code != SQLITE_OK) return code;
	}
	return SQLITE_OK;
}

/// How well a text fits. SQLite's own bm25() counts each phrase of the query in the whole index first, which for common
/// words takes longer than everything else; so this looks at the one text alone: how often the words stand in it, how
/// near to each other, and how early.
void rank(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int /*count*/,
          sqlite3_value** /*arguments*/) {
	// Of a text that is full of the words, the first so many tell enough.
	constexpr int k_most_looked_at = 64;
	constexpr double k_early = 60;  // words: a headline and its lead
	int instances = 0;
	int code = api->xInstCount(fts, &instances);
	int first_offset = 0;
	int last_phrase = -1;
	int last_end = 0;
	int nearest = 1000;
	for (int i = 0; i < std::min(instances, k_most_looked_at) && code == SQLITE_OK; ++i) {
		int phrase = 0;
		int column = 0;
		int offset = 0;
		code = api->xInst(fts, i, &phrase, &column, &offset);
		if (i == 0) first_offset = offset;
		if (last_phrase >= 0 && phrase != last_phrase) nearest = std::min(nearest, std::max(offset - last_end, 0));
		last_phrase = phrase;
		last_end = offset + api->xPhraseSize(fts, phrase);
	}
	if (code != SQLITE_OK) {
		sqlite3_result_error_code(context, code);
		return;
	}
	const double often = instances / (instances + 4.0);
	const double near = 1.0 / (1.0 + nearest / 4.0);
	const double early = k_early / (k_early + first_offset);
	sqlite3_result_double(context, 0.4 * often + 0.3 * near + 0.3 * early);
}

fts5_api* api_of(sqlite3* db) {
	sqlite3_stmt* statement = nullptr;
	fts5_api* api = nullptr;
	if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
		sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
		sqlite3_step(statement);
	}
	sqlite3_finalize(statement);
	return api;
}

}  // namespace

void add_tokenizer(sqlite3* db) {
	fts5_api* api = api_of(db);
	if (api == nullptr) throw StoreError(SQLITE_ERROR, "this SQLite has no FTS5");
	fts5_tokenizer tokenizer{.xCreate = make_tokenizer, .xDelete = remove_tokenizer, .xTokenize = tokenize};
	// The context only has to be something that is not null.
	int code = api->xCreateTokenizer(api, "bienban", static_cast<void*>(api), &tokenizer, nullptr);
	if (code == SQLITE_OK) code = api->xCreateFunction(api, "bienban_rank", nullptr, rank, nullptr);
	if (code != SQLITE_OK) throw StoreError(code, sqlite3_errmsg(db));
}

}  // namespace bienban::registry
