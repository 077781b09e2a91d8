#include <brotli/decode.h>
#include <glib.h>
#include <http_parser.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "converters/converter.hpp"

namespace bienban::converters {

namespace {

constexpr std::size_t k_chunk = 1U << 16U;
constexpr std::uint64_t k_most_page = 32U << 20;  // of one response, packed and unpacked
constexpr std::size_t k_most_line = 1U << 16U;
constexpr int k_most_lines = 1000;

/// The bytes of a file, unpacked where it is packed with gzip, member after member as web archives are.
class Stream {
public:
	explicit Stream(int descriptor) : m_descriptor(descriptor) {
		fill();
		m_packed = m_in_end >= 2 && m_in[0] == '\x1F' && m_in[1] == '\x8B';
		if (m_packed && ::inflateInit2(&m_inflate, 15 + 16) != Z_OK) throw std::bad_alloc();
	}
	Stream(const Stream&) = delete;
	Stream& operator=(const Stream&) = delete;
	~Stream() {
		if (m_packed) ::inflateEnd(&m_inflate);
	}

	bool broken() const { return m_broken; }

	/// Up to so many bytes; empty at the end.
	std::string_view some(std::size_t most) {
		if (m_out_begin == m_out_end && !unpack()) return {};
		const std::size_t size = std::min(most, m_out_end - m_out_begin);
		const std::string_view bytes{m_out.data() + m_out_begin, size};
		m_out_begin += size;
		return bytes;
	}

	/// The next line without its end; nothing at the end, or where it is too long for one.
	std::optional<std::string> line() {
		std::string line;
		for (;;) {
			if (m_out_begin == m_out_end && !unpack()) return line.empty() ? std::nullopt : std::optional{line};
			const char* begin = m_out.data() + m_out_begin;
			const void* found = std::memchr(begin, '\n', m_out_end - m_out_begin);
			const std::size_t size = found == nullptr
			                             ? m_out_end - m_out_begin
			                             : static_cast<std::size_t>(static_cast<const char*>(found) - begin);
			line.append(begin, size);
			m_out_begin += size + (found == nullptr ? 0 : 1);
			if (line.size() > k_most_line) {
				m_broken = true;
				return std::nullopt;
			}
			if (found == nullptr) continue;
			if (line.ends_with('\r')) line.pop_back();
			return line;
		}
	}

private:
	bool fill() {
		for (;;) {
			const ssize_t got = ::read(m_descriptor, m_in.data(), m_in.size());
			if (got < 0 && errno == EINTR) continue;
			m_in_begin = 0;
			m_in_end = got > 0 ? static_cast<std::size_t>(got) : 0;
			return got > 0;
		}
	}

	bool unpack() {
		if (m_in_begin == m_in_end && !fill()) return false;
		m_out_begin = 0;
		if (!m_packed) {
			m_out_end = m_in_end - m_in_begin;
			std::memcpy(m_out.data(), m_in.data() + m_in_begin, m_out_end);
			m_in_begin = m_in_end;
			return true;
		}
		m_out_end = 0;
		while (m_out_end == 0) {
			if (m_in_begin == m_in_end && !fill()) return false;
			m_inflate.next_in = reinterpret_cast<unsigned char*>(m_in.data() + m_in_begin);  // NOLINT: zlib's bytes
			m_inflate.avail_in = static_cast<unsigned>(m_in_end - m_in_begin);
			m_inflate.next_out = reinterpret_cast<unsigned char*>(m_out.data());  // NOLINT
			m_inflate.avail_out = static_cast<unsigned>(m_out.size());
			const int status = ::inflate(&m_inflate, Z_NO_FLUSH);
			m_in_begin = m_in_end - m_inflate.avail_in;
			m_out_end = m_out.size() - m_inflate.avail_out;
			if (status == Z_STREAM_END) {
				::inflateReset(&m_inflate);
			} else if (status != Z_OK && status != Z_BUF_ERROR) {
				m_broken = true;
				return m_out_end > 0;
			}
		}
		return true;
	}

	int m_descriptor;
	std::array<char, k_chunk> m_in{};
	std::array<char, k_chunk> m_out{};
	std::size_t m_in_begin = 0;
	std::size_t m_in_end = 0;
	std::size_t m_out_begin = 0;
	std::size_t m_out_end = 0;
	z_stream m_inflate{};
	bool m_packed = false;
	bool m_broken = false;
};

std::string lower(std::string_view text) {
	std::string out{text};
	std::ranges::transform(out, out.begin(),
	                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
	return out;
}

std::string_view trimmed(std::string_view text) {
	while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
	while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
	return text;
}

/// The head of a record of a web archive.
struct Head {
	std::string type;
	std::string address;
	std::string content;  ///< type of the block
	std::uint64_t size = 0;
};

/// Nothing at the end of the file, and where what stands there is no head.
std::optional<Head> read_head(Stream& stream) {
	std::optional<std::string> line;
	do {
		line = stream.line();
	} while (line && line->empty());
	if (!line || !line->starts_with("WARC/")) return std::nullopt;
	Head head;
	bool sized = false;
	for (int lines = 0; lines < k_most_lines; ++lines) {
		line = stream.line();
		if (!line) return std::nullopt;
		if (line->empty()) return sized ? std::optional{head} : std::nullopt;
		const std::size_t colon = line->find(':');
		if (colon == std::string::npos) continue;
		const std::string name = lower(std::string_view{*line}.substr(0, colon));
		std::string_view value = trimmed(std::string_view{*line}.substr(colon + 1));
		if (name == "warc-type") head.type = lower(value);
		if (name == "content-type") head.content = lower(value);
		if (name == "warc-target-uri") {
			if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
			head.address = value;
		}
		if (name == "content-length") {
			sized = std::from_chars(value.data(), value.data() + value.size(), head.size).ec == std::errc{};
		}
	}
	return std::nullopt;
}

/// What a server answered.
struct Answer {
	unsigned status = 0;
	std::string type;
	std::string packing;
	std::string body;
	std::string field;  ///< the one whose value comes
};

int on_field(http_parser* parser, const char* at, std::size_t size) {
	static_cast<Answer*>(parser->data)->field = lower({at, size});
	return 0;
}

int on_value(http_parser* parser, const char* at, std::size_t size) {
	Answer& answer = *static_cast<Answer*>(parser->data);
	if (answer.field == "content-type") answer.type = lower({at, size});
	if (answer.field == "content-encoding") answer.packing = lower({at, size});
	return 0;
}

int on_headers(http_parser* parser) {
	static_cast<Answer*>(parser->data)->status = parser->status_code;
	return 0;
}

int on_body(http_parser* parser, const char* at, std::size_t size) {
	static_cast<Answer*>(parser->data)->body.append(at, size);
	return 0;
}

Answer parse_answer(const std::string& block) {
	Answer answer;
	http_parser_settings settings;
	http_parser_settings_init(&settings);
	settings.on_header_field = on_field;
	settings.on_header_value = on_value;
	settings.on_headers_complete = on_headers;
	settings.on_body = on_body;
	http_parser parser;
	http_parser_init(&parser, HTTP_RESPONSE);
	parser.data = &answer;
	const std::size_t done = http_parser_execute(&parser, &settings, block.data(), block.size());
	if (done == block.size()) http_parser_execute(&parser, &settings, nullptr, 0);
	// Some archives keep the bodies whole though their heads still say that they come in pieces.
	if (HTTP_PARSER_ERRNO(&parser) != HPE_OK && answer.status != 0 && answer.body.empty()) {
		if (const std::size_t end = block.find("\r\n\r\n"); end != std::string::npos)
			answer.body = block.substr(end + 4);
	}
	return answer;
}

/// Unpacks a body; nothing where it is broken or too large. One that is not packed as its head says stays as it is.
std::optional<std::string> unpacked(const Answer& answer) {
	const std::string& body = answer.body;
	const bool gzip = body.starts_with("\x1F\x8B");
	std::string out;
	if (answer.packing.find("br") != std::string::npos) {
		const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state{
		    BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance};
		std::size_t left = body.size();
		const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());  // NOLINT: brotli's bytes
		std::array<std::uint8_t, k_chunk> buffer{};
		for (;;) {
			std::size_t room = buffer.size();
			std::uint8_t* to = buffer.data();
			const BrotliDecoderResult result =
			    BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &to, nullptr);
			out.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - room);  // NOLINT
			if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
			if (result == BROTLI_DECODER_RESULT_ERROR && out.empty()) return body;
			if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT || out.size() > k_most_page) return std::nullopt;
		}
	}
	const bool deflate = answer.packing.find("deflate") != std::string::npos;
	if (!gzip && !deflate) return body;
	z_stream stream{};
	if (::inflateInit2(&stream, gzip ? 15 + 16 : 15) != Z_OK) throw std::bad_alloc();
	const std::unique_ptr<z_stream, decltype(&::inflateEnd)> closed{&stream, ::inflateEnd};
	stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(body.data()));  // NOLINT: zlib only reads
	stream.avail_in = static_cast<unsigned>(body.size());
	std::array<unsigned char, k_chunk> buffer{};
	for (;;) {
		stream.next_out = buffer.data();
		stream.avail_out = static_cast<unsigned>(buffer.size());
		const int status = ::inflate(&stream, Z_NO_FLUSH);
		out.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - stream.avail_out);  // NOLINT
		if (status == Z_STREAM_END) return out;
		if (status != Z_OK || out.size() > k_most_page)
			return status == Z_DATA_ERROR && out.empty() ? std::optional{body} : std::nullopt;
	}
}

/// A page in the encoding that the server named, as UTF-8.
std::string in_utf8(std::string body, const std::string& type) {
	const std::size_t at = type.find("charset=");
	if (at == std::string::npos || g_utf8_validate(body.data(), static_cast<gssize>(body.size()), nullptr) != 0)
		return body;
	std::string charset = type.substr(at + 8);
	std::erase(charset, '"');
	charset = charset.substr(0, charset.find(';'));
	gsize size = 0;
	const std::unique_ptr<char, decltype(&g_free)> converted{
	    g_convert(body.data(), static_cast<gssize>(body.size()), "UTF-8", charset.c_str(), nullptr, &size, nullptr),
	    g_free};
	// What servers say of encodings is often wrong: the reader finds out by itself.
	if (converted && !charset.starts_with("iso-8859-1") && !charset.starts_with("windows-1252"))
		return {converted.get(), size};
	return body;
}

void give_page(const Head& head, Answer answer, conversion::Sender& sender) {
	const auto is = [&](std::string_view word) { return answer.type.find(word) != std::string::npos; };
	const bool html = is("html");
	const bool text = is("text/plain");
	const bool file = is("pdf") || is("msword") || is("officedocument") || is("opendocument") || is("rtf") ||
	                  is("zip") || is("octet-stream") || is("rar") || is("message/rfc822");
	if (!html && !text && !file) return;
	auto body = unpacked(answer);
	if (!body) return sender.error({"conversion-broken", {"HTTP"}, {}, 0}, head.address);
	if (body->find_first_not_of(" \t\r\n") == std::string::npos) return;
	conversion::Given given{.name = head.address, .format = {}, .content = {}, .told = {}};
	if (file) {
		given.content = conversion::File{std::move(*body)};
	} else {
		given.format = "warc";
		std::string utf8 = in_utf8(std::move(*body), answer.type);
		if (html) {
			given.content = conversion::Html{std::move(utf8)};
		} else {
			given.content = conversion::PlainText{std::move(utf8)};
		}
	}
	sender.give(given);
}

}  // namespace

base::Result<void> convert_warc(const Input& input, conversion::Sender& sender) {
	const auto stream = std::make_unique<Stream>(input.descriptor);
	bool any = false;
	while (const auto head = read_head(*stream)) {
		any = true;
		const bool wanted = head->type == "response" || head->type == "resource";
		const bool fits = head->size <= k_most_page;
		std::string block;
		for (std::uint64_t left = head->size; left > 0;) {
			const std::string_view bytes =
			    stream->some(static_cast<std::size_t>(std::min<std::uint64_t>(left, k_chunk)));
			if (bytes.empty()) return base::fail("conversion-cut-short");
			if (wanted && fits) block += bytes;
			left -= bytes.size();
		}
		if (!wanted) continue;
		if (!fits) {
			sender.error({"conversion-too-much", {std::to_string(k_most_page >> 20U)}, {}, 0}, head->address);
		} else if (head->type == "response" && block.starts_with("HTTP/")) {
			Answer answer = parse_answer(block);
			if (answer.status == 200) give_page(*head, std::move(answer), sender);
		} else if (head->type == "resource") {
			Answer answer;
			answer.type = head->content;
			answer.body = std::move(block);
			give_page(*head, std::move(answer), sender);
		}
	}
	if (stream->broken() || !any) return base::fail("conversion-broken", {"WARC"});
	// What stands behind the last record that could be read is told, unless it is the end.
	return stream->line() ? base::fail("conversion-broken", {"WARC"}) : base::Result<void>{};
}

base::Result<void> convert_gzip(const Input& input, conversion::Sender& sender) {
	bool web_archive = false;
	{
		const auto stream = std::make_unique<Stream>(input.descriptor);
		const auto line = stream->line();
		web_archive = line && line->starts_with("WARC/");
	}
	if (::lseek(input.descriptor, 0, SEEK_SET) != 0) return base::fail("conversion-broken", {"gzip"});
	return web_archive ? convert_warc(input, sender) : convert_archive(input, sender);
}

}  // namespace bienban::converters
