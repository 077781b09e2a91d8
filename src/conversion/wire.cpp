#include "conversion/wire.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace bienban::conversion {

namespace {

constexpr std::size_t k_most_payload = 1U << 20;  // of one frame of data
constexpr std::size_t k_most_page = 32U << 20;    // of one page
constexpr std::size_t k_most_name = 4096;
constexpr std::size_t k_most_word = 1U << 16;
constexpr std::size_t k_most_authors = 64;
constexpr std::size_t k_most_values = 8;

// Kinds of frames: one letter, then the size of the payload in four bytes, lowest first.
constexpr char k_begin = 'B';
constexpr char k_data = 'D';
constexpr char k_page = 'P';
constexpr char k_end = 'E';
constexpr char k_error = '!';
constexpr char k_finish = '.';

void put(std::string& out, std::uint32_t number) {
	for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>((number >> shift) & 0xFFU);
}

void put(std::string& out, float number) {
	std::uint32_t bits = 0;
	std::memcpy(&bits, &number, sizeof bits);
	put(out, bits);
}

void put(std::string& out, std::string_view text) {
	put(out, static_cast<std::uint32_t>(text.size()));
	out += text;
}

/// Takes values out of a payload; once something does not fit, all that follows is empty and `good` is false.
class Unpacker {
public:
	explicit Unpacker(std::string_view payload) : m_left(payload) {}

	bool good() const { return m_good; }
	bool done() const { return m_good && m_left.empty(); }
	std::size_t left() const { return m_left.size(); }

	std::uint32_t number() {
		if (m_left.size() < 4) {
			m_good = false;
			return 0;
		}
		std::uint32_t value = 0;
		for (unsigned i = 0; i < 4; ++i) value |= std::uint32_t{static_cast<unsigned char>(m_left[i])} << (8 * i);
		m_left.remove_prefix(4);
		return value;
	}

	/// How many elements follow, each of which has at least so many bytes.
	std::uint32_t count(std::size_t least_bytes) {
		const std::uint32_t value = number();
		if (value > m_left.size() / least_bytes) m_good = false;
		return m_good ? value : 0;
	}

	float real() {
		const std::uint32_t bits = number();
		float value = 0;
		std::memcpy(&value, &bits, sizeof value);
		if (!std::isfinite(value)) m_good = false;
		return m_good ? value : 0;
	}

	std::string text(std::size_t most) {
		const std::uint32_t size = number();
		if (size > most || size > m_left.size()) m_good = false;
		if (!m_good) return {};
		std::string value{m_left.substr(0, size)};
		m_left.remove_prefix(size);
		return value;
	}

private:
	std::string_view m_left;
	bool m_good = true;
};

bool is_word(std::string_view text) {
	return std::ranges::all_of(
	    text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

std::optional<model::PrintedPage> unpack_page(std::string_view payload) {
	Unpacker from{payload};
	model::PrintedPage page;
	page.width = from.real();
	page.height = from.real();
	page.blocks.resize(from.count(4));
	for (model::PrintedBlock& block : page.blocks) {
		block.lines.resize(from.count(4));
		for (model::PrintedLine& line : block.lines) {
			line.words.resize(from.count(32));
			for (model::PrintedWord& word : line.words) {
				word.text = from.text(k_most_word);
				word.box = {.left = from.real(), .top = from.real(), .right = from.real(), .bottom = from.real()};
				word.confidence = std::clamp(from.real(), 0.0F, 1.0F);
				word.size = from.real();
				word.bold = from.number() != 0;
			}
		}
	}
	if (!from.done()) return std::nullopt;
	return page;
}

std::optional<base::Error> unpack_error(Unpacker& from) {
	base::Error error;
	error.message = from.text(k_most_name);
	const std::uint32_t values = from.count(4);
	if (values > k_most_values) return std::nullopt;
	for (std::uint32_t i = 0; i < values; ++i) error.values.push_back(from.text(k_most_name));
	// The message is looked up by its id: no other than those of converters.
	if (!from.done() || !error.message.starts_with("conversion-") || !is_word(error.message)) return std::nullopt;
	return error;
}

base::Error bad_answer() { return {.message = "conversion-bad-answer", .values = {}, .file = {}, .line = 0}; }

}  // namespace

base::Result<Part> part_of(Given given) {
	Part part{
	    .name = std::move(given.name), .format = std::move(given.format), .content = {}, .told = std::move(given.told)};
	if (auto* error = std::get_if<base::Error>(&given.content)) return tl::unexpected(std::move(*error));
	if (std::holds_alternative<File>(given.content)) return tl::unexpected(bad_answer());
	if (auto* text = std::get_if<PlainText>(&given.content)) part.content = std::move(*text);
	if (auto* html = std::get_if<Html>(&given.content)) part.content = std::move(*html);
	if (auto* printed = std::get_if<Printed>(&given.content)) part.content = std::move(*printed);
	return part;
}

void Sender::frame(char kind, std::string_view payload) {
	std::string head{kind};
	put(head, static_cast<std::uint32_t>(payload.size()));
	m_write(head);
	if (!payload.empty()) m_write(payload);
}

void Sender::begin(Kind kind, std::string_view name, std::string_view format, const Told& told) {
	std::string payload;
	put(payload, static_cast<std::uint32_t>(kind));
	put(payload, name.substr(0, k_most_name));
	put(payload, format);
	put(payload, std::string_view{told.title}.substr(0, k_most_name));
	put(payload, std::string_view{told.published}.substr(0, k_most_name));
	const std::size_t authors = std::min(told.authors.size(), k_most_authors);
	put(payload, static_cast<std::uint32_t>(authors));
	for (std::size_t i = 0; i < authors; ++i) put(payload, std::string_view{told.authors[i]}.substr(0, k_most_name));
	frame(k_begin, payload);
	m_begun = true;
}

void Sender::data(std::string_view bytes) {
	while (!bytes.empty()) {
		frame(k_data, bytes.substr(0, k_most_payload));
		bytes.remove_prefix(std::min(bytes.size(), k_most_payload));
	}
}

void Sender::end() {
	frame(k_end, {});
	m_begun = false;
}

void Sender::begin_file(std::string_view name, const Told& told) { begin(Kind::file, name, {}, told); }

void Sender::begin_pages(std::string_view format, bool recognised, const Told& told) {
	begin(recognised ? Kind::recognised : Kind::printed, {}, format, told);
}

void Sender::page(const model::PrintedPage& page) {
	std::string payload;
	put(payload, page.width);
	put(payload, page.height);
	put(payload, static_cast<std::uint32_t>(page.blocks.size()));
	for (const model::PrintedBlock& block : page.blocks) {
		put(payload, static_cast<std::uint32_t>(block.lines.size()));
		for (const model::PrintedLine& line : block.lines) {
			put(payload, static_cast<std::uint32_t>(line.words.size()));
			for (const model::PrintedWord& word : line.words) {
				put(payload, word.text);
				for (const float edge : {word.box.left, word.box.top, word.box.right, word.box.bottom}) {
					put(payload, edge);
				}
				put(payload, word.confidence);
				put(payload, word.size);
				put(payload, std::uint32_t{word.bold ? 1U : 0U});
			}
		}
	}
	frame(k_page, payload);
}

void Sender::give(const Given& given) {
	if (const auto* failure = std::get_if<base::Error>(&given.content)) return error(*failure, given.name);
	if (const auto* printed = std::get_if<Printed>(&given.content)) {
		begin(printed->recognised ? Kind::recognised : Kind::printed, given.name, given.format, given.told);
		for (const model::PrintedPage& one : printed->pages) page(one);
		return end();
	}
	const auto whole = [&](Kind kind, const std::string& bytes) {
		begin(kind, given.name, given.format, given.told);
		data(bytes);
		end();
	};
	if (const auto* text = std::get_if<PlainText>(&given.content)) return whole(Kind::text, text->bytes);
	if (const auto* html = std::get_if<Html>(&given.content)) return whole(Kind::html, html->bytes);
	whole(Kind::file, std::get<File>(given.content).bytes);
}

void Sender::error(const base::Error& error, std::string_view name) {
	if (!m_begun) begin(Kind::file, name, {}, {});
	std::string payload;
	put(payload, error.message);
	const std::size_t values = std::min(error.values.size(), k_most_values);
	put(payload, static_cast<std::uint32_t>(values));
	for (std::size_t i = 0; i < values; ++i) put(payload, std::string_view{error.values[i]}.substr(0, k_most_name));
	frame(k_error, payload);
	m_begun = false;
}

void Sender::finish() { frame(k_finish, {}); }

base::Result<void> Receiver::take(char* to, std::size_t size) {
	for (std::size_t have = 0; have < size;) {
		const auto got = m_read(to + have, size - have);
		if (!got) return tl::unexpected(got.error());
		if (*got == 0) return base::fail("conversion-cut-short");
		have += *got;
	}
	return {};
}

base::Result<Receiver::Frame> Receiver::frame() {
	std::array<char, 5> head{};
	if (auto taken = take(head.data(), head.size()); !taken) return tl::unexpected(taken.error());
	Frame frame{.kind = head[0], .payload = {}};
	const std::uint32_t size = Unpacker{{head.data() + 1, 4}}.number();
	if (size > (frame.kind == k_page ? k_most_page : k_most_payload)) return tl::unexpected(bad_answer());
	frame.payload.resize(size);
	if (auto taken = take(frame.payload.data(), size); !taken) return tl::unexpected(taken.error());
	m_all += size + head.size();
	return frame;
}

base::Result<std::optional<Given>> Receiver::too_much(std::uint64_t bytes) {
	return base::fail("conversion-too-much", {std::to_string(bytes >> 20U)});
}

base::Result<std::optional<Given>> Receiver::next() {
	if (m_done) return std::optional<Given>{};
	m_done = true;  // unless all goes well
	auto first = frame();
	if (!first) return tl::unexpected(first.error());
	if (first->kind == k_finish) return std::optional<Given>{};
	if (first->kind != k_begin) return tl::unexpected(bad_answer());
	if (++m_parts > m_limits.parts) return base::fail("conversion-too-many", {std::to_string(m_limits.parts)});

	Unpacker from{first->payload};
	Given given;
	const std::uint32_t kind = from.number();
	given.name = from.text(k_most_name);
	given.format = from.text(32);
	given.told.title = from.text(k_most_name);
	given.told.published = from.text(k_most_name);
	const std::uint32_t authors = from.count(4);
	if (authors > k_most_authors) return tl::unexpected(bad_answer());
	for (std::uint32_t i = 0; i < authors; ++i) given.told.authors.push_back(from.text(k_most_name));
	if (!from.done() || !is_word(given.format)) return tl::unexpected(bad_answer());

	std::string bytes;
	std::vector<model::PrintedPage> pages;
	std::uint64_t size = 0;
	const bool printed = kind == 2 || kind == 3;
	for (;;) {
		auto next = frame();
		if (!next) return tl::unexpected(next.error());
		size += next->payload.size();
		if (size > m_limits.part_bytes) return too_much(m_limits.part_bytes);
		if (m_all > m_limits.all_bytes) return too_much(m_limits.all_bytes);
		if (next->kind == k_end) break;
		if (next->kind == k_error) {
			Unpacker values{next->payload};
			auto error = unpack_error(values);
			if (!error) return tl::unexpected(bad_answer());
			m_done = false;
			given.content = std::move(*error);
			return std::optional{std::move(given)};
		}
		if (next->kind == k_data && !printed) {
			bytes += next->payload;
		} else if (next->kind == k_page && printed) {
			auto page = unpack_page(next->payload);
			if (!page) return tl::unexpected(bad_answer());
			pages.push_back(std::move(*page));
		} else {
			return tl::unexpected(bad_answer());
		}
	}
	switch (kind) {
		case 0: given.content = PlainText{std::move(bytes)}; break;
		case 1: given.content = Html{std::move(bytes)}; break;
		case 2:
		case 3: given.content = Printed{.pages = std::move(pages), .recognised = kind == 3}; break;
		case 4: given.content = File{std::move(bytes)}; break;
		default: return tl::unexpected(bad_answer());
	}
	m_done = false;
	return std::optional{std::move(given)};
}

}  // namespace bienban::conversion
