#include "reading/encoding.hpp"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

#include "text/normalize.hpp"
#include "text/old_letters.hpp"

namespace bienban::reading {

namespace {

using base::fail;
using base::Result;

constexpr std::size_t k_declaration_window = 4096;
constexpr std::size_t k_statistics_window = 1U << 16U;

struct Magic {
	std::string_view bytes;
	std::string_view name;
};

constexpr std::array<Magic, 15> k_magics = {{{"%PDF-", "PDF"},
                                             {std::string_view("PK\x03\x04", 4), "ZIP (DOCX, XLSX, ODT)"},
                                             {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "DOC, XLS"},
                                             {"{\\rtf", "RTF"},
                                             {"\x89PNG", "PNG"},
                                             {"GIF8", "GIF"},
                                             {"\xFF\xD8\xFF", "JPEG"},
                                             {"\x1F\x8B", "gzip"},
                                             {"BZh", "bzip2"},
                                             {"7z\xBC\xAF\x27\x1C", "7z"},
                                             {"Rar!", "RAR"},
                                             {"\x7F"
                                              "ELF",
                                              "ELF"},
                                             {"SQLite format 3", "SQLite"},
                                             {"\xFD"
                                              "7zXZ",
                                              "xz"},
                                             {"OggS", "Ogg"}}};

bool is_space(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Converter {
public:
	explicit Converter(const std::string& from) : m_handle(iconv_open("UTF-8", from.c_str())) {}
	Converter(const Converter&) = delete;
	Converter& operator=(const Converter&) = delete;
	~Converter() {
		if (known()) iconv_close(m_handle);
	}

	bool known() const { return m_handle != reinterpret_cast<iconv_t>(-1); }  // NOLINT: iconv's own sign of failure

	/// Converts all of `bytes` or stops; the offset of the first byte that could not be converted.
	std::optional<std::size_t> convert(std::string_view bytes, std::string& out) {
		out.clear();
		std::array<char, 1U << 14U> buffer{};
		char* in = const_cast<char*>(bytes.data());  // NOLINT: iconv only reads
		std::size_t left = bytes.size();
		// The last call, without input, brings out what a decoder holds back to join it with a mark that may follow.
		for (bool flushed = false; !flushed;) {
			char* to = buffer.data();
			std::size_t room = buffer.size();
			flushed = left == 0;
			const std::size_t done =
			    flushed ? iconv(m_handle, nullptr, nullptr, &to, &room) : iconv(m_handle, &in, &left, &to, &room);
			const int error = errno;
			out.append(buffer.data(), buffer.size() - room);
			if (done == static_cast<std::size_t>(-1) && error != E2BIG) return bytes.size() - left;
		}
		return std::nullopt;
	}

private:
	iconv_t m_handle;
};

/// Control characters of the second table: what undeclared bytes turn into when the encoding was guessed wrong.
bool has_c1_controls(std::string_view utf8) {
	for (std::size_t at = utf8.find('\xC2'); at != std::string_view::npos; at = utf8.find('\xC2', at + 1)) {
		if (at + 1 < utf8.size() && static_cast<unsigned char>(utf8[at + 1]) < 0xA0) return true;
	}
	return false;
}

std::string lower_ascii(std::string_view text) {
	std::string out(text);
	std::ranges::transform(out, out.begin(),
	                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
	return out;
}

/// The encoding that an HTML page or an XML file declares in its first lines, in lower case; empty where none.
std::string declared_encoding(std::string_view bytes) {
	const std::string head = lower_ascii(bytes.substr(0, k_declaration_window));
	for (const std::string_view key : {"charset=", "encoding="}) {
		const std::size_t at = head.find(key);
		if (at == std::string::npos) continue;
		std::size_t begin = at + key.size();
		while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) ++begin;
		std::size_t end = begin;
		while (end < head.size() && end - begin < 40 &&
		       (std::isalnum(static_cast<unsigned char>(head[end])) != 0 || head[end] == '-' || head[end] == '_' ||
		        head[end] == ':')) {
			++end;
		}
		return head.substr(begin, end - begin);
	}
	return {};
}

/// UTF-16 without a mark: most characters of European text have a high byte of 0, 1 or 1E (the Vietnamese letters).
std::optional<std::string> utf16_by_pattern(std::string_view bytes) {
	if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
	const std::string_view head = bytes.substr(0, k_declaration_window);
	std::array<std::size_t, 2> high{};
	std::array<std::size_t, 2> zero{};
	for (std::size_t i = 0; i < head.size(); ++i) {
		const auto byte = static_cast<unsigned char>(head[i]);
		if (byte <= 1 || byte == 0x1E || byte == 0x20) ++high[i % 2];
		if (byte == 0) ++zero[i % 2];
	}
	const std::size_t half = head.size() / 2;
	for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
		if (high[side] * 20 >= half * 19 && zero[side] * 3 >= half && zero[1 - side] * 50 <= half) {
			return side == 0 ? "UTF-16BE" : "UTF-16LE";
		}
	}
	return std::nullopt;
}

/// windows-1258 writes most toned vowels as the vowel and a mark of its own: five byte values that stand behind vowels.
bool looks_like_windows_1258(std::string_view bytes) {
	const auto is_mark = [](unsigned char c) { return c == 0xCC || c == 0xD2 || c == 0xDE || c == 0xEC || c == 0xF2; };
	constexpr std::string_view k_vowels = "aeiouyAEIOUY\xE2\xEA\xF4\xE3\xF5\xFD\xC2\xCA\xD4\xC3\xD5\xDD";
	std::size_t marks = 0;
	std::size_t behind_vowel = 0;
	const std::string_view head = bytes.substr(0, k_statistics_window);
	for (std::size_t i = 1; i < head.size(); ++i) {
		if (!is_mark(static_cast<unsigned char>(head[i]))) continue;
		++marks;
		if (k_vowels.find(head[i - 1]) != std::string_view::npos) ++behind_vowel;
	}
	return marks >= 2 && behind_vowel * 10 >= marks * 9;
}

std::string guessed_encoding(std::string_view bytes) {
	if (looks_like_windows_1258(bytes)) return "windows-1258";
	struct Close {
		void operator()(uchardet* detector) const { uchardet_delete(detector); }
	};
	const std::unique_ptr<uchardet, Close> detector(uchardet_new());
	const std::string_view head = bytes.substr(0, k_statistics_window);
	if (uchardet_handle_data(detector.get(), head.data(), head.size()) != 0) return {};
	uchardet_data_end(detector.get());
	return uchardet_get_charset(detector.get());
}

/// Whether most of what is not ASCII is UTF-8: then a fault is a fault, and not another encoding.
bool is_broken_utf8(std::string_view bytes) {
	std::size_t good = 0;
	std::size_t bad = 0;
	while (bad < 1000) {
		const auto fault = text::first_invalid_utf8(bytes);
		const std::string_view sound = bytes.substr(0, fault.value_or(bytes.size()));
		good += static_cast<std::size_t>(
		    std::ranges::count_if(sound, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U; }));
		if (!fault) break;
		++bad;
		bytes.remove_prefix(*fault + 1);
	}
	return good > 2 * bad;
}

Result<std::string_view> convert(std::string_view bytes, std::size_t offset, const std::string& from,
                                 std::string& storage) {
	Converter converter(from);
	if (!converter.known()) return fail("reading-encoding", {std::to_string(offset)});
	if (const auto fault = converter.convert(bytes, storage))
		return fail("reading-encoding", {std::to_string(offset + *fault)});
	if (storage.find('\0') != std::string::npos) return fail("reading-binary", {"NUL"});
	return storage;
}

/// Whether bytes read as Vietnamese in windows-1258, whose letters and marks are some of those of VNI.
bool reads_as_windows_1258(std::string_view bytes) {
	if (!looks_like_windows_1258(bytes)) return false;
	std::string storage;
	const auto converted = convert(bytes.substr(0, k_statistics_window), 0, "windows-1258", storage);
	return converted && text::readable(text::clean(*converted)).vietnamese();
}

Result<std::string_view> legacy_to_utf8(std::string_view bytes, std::size_t fault, std::string& storage) {
	if (is_broken_utf8(bytes)) return fail("reading-encoding", {std::to_string(fault)});
	std::string declared = declared_encoding(bytes);
	// Old Vietnamese letters are never declared: pages in them say that they are western.
	const auto old = text::guess_old_bytes(bytes);
	if (old && !reads_as_windows_1258(bytes)) {
		storage = text::from_old_bytes(bytes, *old);
		return storage;
	}
	// Pages in windows-1258 that call themselves by the name of their neighbour are common.
	const bool western =
	    declared == "iso-8859-1" || declared == "windows-1252" || declared == "us-ascii" || declared.starts_with("utf");
	for (const std::string& name :
	     {western ? std::string() : declared, guessed_encoding(bytes), western ? declared : std::string()}) {
		if (name.empty() || name.starts_with("utf") || name.starts_with("UTF")) continue;
		auto converted = convert(bytes, 0, name, storage);
		if (converted && !has_c1_controls(*converted)) return converted;
	}
	return fail("reading-encoding", {std::to_string(fault)});
}

}  // namespace

Result<std::string_view> to_utf8(std::string_view bytes, std::string& storage) {
	if (bytes.starts_with("\xEF\xBB\xBF"))
		bytes.remove_prefix(3);
	else if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)))
		return convert(bytes.substr(4), 4, "UTF-32LE", storage);
	else if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
		return convert(bytes.substr(4), 4, "UTF-32BE", storage);
	else if (bytes.starts_with("\xFF\xFE"))
		return convert(bytes.substr(2), 2, "UTF-16LE", storage);
	else if (bytes.starts_with("\xFE\xFF"))
		return convert(bytes.substr(2), 2, "UTF-16BE", storage);

	if (std::ranges::all_of(bytes, [](char c) { return is_space(static_cast<unsigned char>(c)); }))
		return fail("reading-empty");
	for (const Magic& magic : k_magics) {
		if (bytes.starts_with(magic.bytes)) return fail("reading-binary", {std::string(magic.name)});
	}
	if (std::memchr(bytes.data(), 0, bytes.size()) != nullptr) {
		if (const auto utf16 = utf16_by_pattern(bytes)) return convert(bytes, 0, *utf16, storage);
		return fail("reading-binary", {"NUL"});
	}
	if (const auto fault = text::first_invalid_utf8(bytes)) return legacy_to_utf8(bytes, *fault, storage);
	return bytes;
}

}  // namespace bienban::reading
