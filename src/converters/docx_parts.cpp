#include "converters/docx_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/roman.hpp"
#include "converters/xml.hpp"

namespace bienban::converters {

namespace {

int number_of(std::string_view text, int otherwise = 0) {
	int value = otherwise;
	std::from_chars(text.data(), text.data() + text.size(), value);
	return value;
}

std::string lower(std::string_view text) {
	std::string out{text};
	std::ranges::transform(out, out.begin(),
	                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
	return out;
}

class StylesReader : public XmlHandler {
public:
	explicit StylesReader(std::map<std::string, DocxStyles::Entry, std::less<>>& styles) : m_styles(styles) {}

	void start(std::string_view name, std::string_view space, const XmlAttributes& attributes) override {
		if (!is_word_space(space)) return;
		const std::string_view value = attributes["val"];
		if (name == "style") {
			m_style = &m_styles[std::string{attributes["styleId"]}];
			if (attributes["type"] == "paragraph" && attributes["default"] == "1") standard = attributes["styleId"];
		} else if (name == "rPrDefault") {
			m_in_defaults = true;
		} else if (name == "rFonts") {
			std::string_view font = attributes["ascii"];
			if (font.empty()) font = attributes["hAnsi"];
			if (m_in_defaults) default_font = font;
			if (m_style != nullptr && !font.empty()) m_style->style.font = font;
		}
		if (m_style == nullptr) return;
		DocxStyle& style = m_style->style;
		if (name == "name") {
			const std::string words = lower(value);
			if (words == "title") style.heading = 1;
			if (words.starts_with("heading ")) style.heading = std::clamp(number_of(words.substr(8)) + 1, 2, 6);
		} else if (name == "basedOn") {
			m_style->based_on = value;
		} else if (name == "outlineLvl") {
			if (const int level = number_of(value, 9); level < 9 && style.heading == 0)
				style.heading = std::min(level + 2, 6);
		} else if (name == "numId") {
			style.list = value;
		} else if (name == "ilvl") {
			style.level = number_of(value);
		} else if (name == "vanish") {
			style.hidden = value != "0" && value != "false";
		}
	}
	void end(std::string_view name, std::string_view /*space*/) override {
		if (name == "style") m_style = nullptr;
		if (name == "rPrDefault") m_in_defaults = false;
	}
	void text(std::string_view /*text*/) override {}

	std::string standard;
	std::string default_font;

private:
	std::map<std::string, DocxStyles::Entry, std::less<>>& m_styles;
	DocxStyles::Entry* m_style = nullptr;
	bool m_in_defaults = false;
};

class NumbersReader : public XmlHandler {
public:
	NumbersReader(std::map<std::string, DocxNumbers::Kind, std::less<>>& kinds,
	              std::map<std::string, std::string, std::less<>>& lists)
	    : m_kinds(kinds), m_lists(lists) {}

	void start(std::string_view name, std::string_view space, const XmlAttributes& attributes) override {
		if (!is_word_space(space)) return;
		const std::string_view value = attributes["val"];
		if (name == "abstractNum") {
			m_kind = &m_kinds[std::string{attributes["abstractNumId"]}];
		} else if (name == "num") {
			m_list = attributes["numId"];
		} else if (name == "abstractNumId" && !m_list.empty()) {
			m_lists[m_list] = value;
		} else if (name == "lvl") {
			const int level = number_of(attributes["ilvl"], -1);
			const bool known = m_kind != nullptr && level >= 0 && level < DocxNumbers::k_levels;
			m_level = known ? &m_kind->levels[static_cast<std::size_t>(level)] : nullptr;
		} else if (m_level != nullptr && name == "numFmt") {
			m_level->format = value;
		} else if (m_level != nullptr && name == "lvlText") {
			m_level->text = value;
		} else if (m_level != nullptr && name == "start") {
			m_level->start = number_of(value, 1);
		}
	}
	void end(std::string_view name, std::string_view /*space*/) override {
		if (name == "abstractNum") m_kind = nullptr;
		if (name == "lvl") m_level = nullptr;
		if (name == "num") m_list.clear();
	}
	void text(std::string_view /*text*/) override {}

private:
	std::map<std::string, DocxNumbers::Kind, std::less<>>& m_kinds;
	std::map<std::string, std::string, std::less<>>& m_lists;
	DocxNumbers::Kind* m_kind = nullptr;
	DocxNumbers::Level* m_level = nullptr;
	std::string m_list;
};

}  // namespace

bool is_word_space(std::string_view space) {
	return space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
	       space == "http://purl.oclc.org/ooxml/wordprocessingml/main";
}

base::Result<DocxStyles> DocxStyles::read(std::string_view xml) {
	DocxStyles styles;
	StylesReader reader{styles.m_styles};
	if (auto parsed = parse_xml(xml, reader); !parsed) return tl::unexpected(parsed.error());
	styles.m_standard = reader.standard;
	styles.m_default.font = reader.default_font;
	for (auto& [id, entry] : styles.m_styles) styles.resolve(entry, 0);
	return styles;
}

void DocxStyles::resolve(Entry& entry, int depth) {
	constexpr int k_deepest = 32;
	if (entry.resolved) return;
	entry.resolved = true;  // also ends a circle
	const DocxStyle* base = &m_default;
	if (const auto found = m_styles.find(entry.based_on); found != m_styles.end() && depth < k_deepest) {
		resolve(found->second, depth + 1);
		base = &found->second.style;
	}
	if (entry.style.heading == 0) entry.style.heading = base->heading;
	if (entry.style.font.empty()) entry.style.font = base->font;
	if (entry.style.list.empty()) {
		entry.style.list = base->list;
		if (entry.style.level == 0) entry.style.level = base->level;
	}
	entry.style.hidden = entry.style.hidden || base->hidden;
}

const DocxStyle& DocxStyles::of(std::string_view id) const {
	const auto found = m_styles.find(id);
	return found == m_styles.end() ? m_default : found->second.style;
}

base::Result<DocxNumbers> DocxNumbers::read(std::string_view xml) {
	DocxNumbers numbers;
	NumbersReader reader{numbers.m_kinds, numbers.m_lists};
	if (auto parsed = parse_xml(xml, reader); !parsed) return tl::unexpected(parsed.error());
	return numbers;
}

std::string DocxNumbers::next(std::string_view list, int level) {
	const auto kind_id = m_lists.find(list);
	if (kind_id == m_lists.end() || level < 0 || level >= k_levels) return {};
	const auto kind = m_kinds.find(kind_id->second);
	if (kind == m_kinds.end()) return {};
	const auto& levels = kind->second.levels;
	const auto here = static_cast<std::size_t>(level);
	std::vector<int>& counts = m_counts[kind_id->second].at;
	for (std::size_t i = 0; i <= here; ++i) {
		if (counts[i] == 0) counts[i] = levels[i].start - (i == here ? 1 : 0);
	}
	++counts[here];
	for (std::size_t i = here + 1; i < counts.size(); ++i) counts[i] = 0;
	if (levels[here].format == "bullet" || levels[here].format == "none") return {};
	std::string label;
	const std::string& text = levels[here].text;
	for (std::size_t i = 0; i < text.size(); ++i) {
		if (text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9') {
			const auto which = static_cast<std::size_t>(text[++i] - '1');
			label += list_number(counts[which], levels[which].format);
		} else {
			label += text[i];
		}
	}
	return label;
}

std::string list_number(int value, std::string_view format) {
	if (value <= 0 || value > 10'000) return std::to_string(value);
	const bool upper = format.starts_with("upper");
	std::string out;
	if (format.ends_with("Letter")) {
		// a … z, aa, bb …
		const auto times = static_cast<std::size_t>((value - 1) / 26) + 1;
		out.assign(times, static_cast<char>((upper ? 'A' : 'a') + (value - 1) % 26));
	} else if (format.ends_with("Roman")) {
		out = base::roman(static_cast<std::size_t>(value));
		if (!upper) out = lower(out);
	} else {
		out = std::to_string(value);
		if (format == "decimalZero" && value < 10) out.insert(0, 1, '0');
	}
	return out;
}

}  // namespace bienban::converters
