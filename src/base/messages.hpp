#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"

/// What users read, by message id and language: the tables of messages/, built into the program.
namespace bienban::base {

enum class Lang : std::uint8_t { vi, en };

/// "vi" or "en" → the language; nothing for any other word.
std::optional<Lang> lang_of(std::string_view code);

/// The language of the environment: LC_ALL, else LC_MESSAGES, else LANG; `vi…` is Vietnamese, all else English.
Lang lang_of_environment();

/// One row of a table, in the order of the file. Views into the table's content.
struct MessageRow {
	std::string_view id;
	std::string_view text;
	std::uint32_t line = 0;  ///< 1-based
};

/// The rows of a table: `id<TAB>text`; empty lines and lines that begin with # are left out. A row without a tab has an
/// empty text.
std::vector<MessageRow> message_rows(std::string_view table);

/// The messages of one language. Immutable; may be shared by threads.
class Messages {
public:
	/// The table of a language, read when it is first asked for.
	static const Messages& of(Lang lang);

	explicit Messages(std::string_view table);

	/// Whether the table has the id.
	bool has(std::string_view id) const { return m_texts.contains(id); }

	/// The text of an id with {0}, {1}, … filled in; {n} without a value becomes empty. An id that no table has gives
	/// the id and the values themselves, so that nothing is ever hidden from the user.
	std::string text(std::string_view id, const std::vector<std::string>& values = {}) const;

	/// The one line that tells an error: "file:line: text".
	std::string text(const Error& error) const;

private:
	std::unordered_map<std::string_view, std::string_view> m_texts;
};

}  // namespace bienban::base
