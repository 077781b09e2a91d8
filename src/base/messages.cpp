#include "base/messages.hpp"

#include <cstdlib>

#include "base/embedded.hpp"

namespace bienban::base {

namespace {

std::string_view table_of(Lang lang) {
	const std::string_view name = lang == Lang::vi ? "vi.tsv" : "en.tsv";
	for (const EmbeddedFile& file : embedded_messages()) {
		if (file.name == name) return file.content;
	}
	return {};
}

}  // namespace

std::optional<Lang> lang_of(std::string_view code) {
	if (code == "vi") return Lang::vi;
	if (code == "en") return Lang::en;
	return std::nullopt;
}

Lang lang_of_environment() {
	for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
		// POSIX: a variable that is set but empty counts as not set.
		const char* value = std::getenv(variable);
		if (value == nullptr || *value == '\0') continue;
		const std::string_view locale = value;
		return locale == "vi" || locale.starts_with("vi_") || locale.starts_with("vi.") ? Lang::vi : Lang::en;
	}
	return Lang::en;
}

std::vector<MessageRow> message_rows(std::string_view table) {
	std::vector<MessageRow> rows;
	std::uint32_t number = 0;
	while (!table.empty()) {
		++number;
		const auto end = table.find('\n');
		std::string_view line = table.substr(0, end);
		table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
		if (line.ends_with('\r')) line.remove_suffix(1);
		if (line.empty() || line.front() == '#') continue;
		const auto tab = line.find('\t');
		rows.push_back({.id = line.substr(0, tab),
		                .text = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1),
		                .line = number});
	}
	return rows;
}

Messages::Messages(std::string_view table) {
	const auto rows = message_rows(table);
	m_texts.reserve(rows.size());
	for (const MessageRow& row : rows) m_texts.emplace(row.id, row.text);
}

const Messages& Messages::of(Lang lang) {
	// Each table is read only when its language is asked for: a start pays for one.
	if (lang == Lang::vi) {
		static const Messages vietnamese{table_of(Lang::vi)};
		return vietnamese;
	}
	static const Messages english{table_of(Lang::en)};
	return english;
}

std::string Messages::text(std::string_view id, const std::vector<std::string>& values) const {
	const auto found = m_texts.find(id);
	if (found == m_texts.end()) {
		std::string plain{id};
		for (const std::string& value : values) plain.append(" ").append(value);
		return plain;
	}
	const std::string_view pattern = found->second;
	std::string out;
	out.reserve(pattern.size() + 32);
	for (std::size_t i = 0; i < pattern.size(); ++i) {
		const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 1] >= '0' &&
		                         pattern[i + 1] <= '9' && pattern[i + 2] == '}';
		if (!placeholder) {
			out.push_back(pattern[i]);
			continue;
		}
		const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
		if (index < values.size()) out.append(values[index]);
		i += 2;
	}
	return out;
}

std::string Messages::text(const Error& error) const {
	std::string line = error.file;
	if (error.line != 0) line.append(":").append(std::to_string(error.line));
	if (!line.empty()) line.append(": ");
	return line.append(text(error.message, error.values));
}

}  // namespace bienban::base
