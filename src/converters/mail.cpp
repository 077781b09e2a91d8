#include <gmime/gmime.h>

#include <memory>
#include <string>
#include <string_view>

#include "converters/converter.hpp"

namespace bienban::converters {

namespace {

constexpr int k_deepest = 32;

struct Unref {
	void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string string_of(const char* text) { return text == nullptr ? std::string{} : std::string{text}; }

/// The decoded bytes of a part.
std::string bytes_of(GMimePart* part) {
	GMimeDataWrapper* content = g_mime_part_get_content(part);
	if (content == nullptr) return {};
	const Owned<GMimeStream> memory{g_mime_stream_mem_new()};
	g_mime_data_wrapper_write_to_stream(content, memory.get());
	const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
	return {reinterpret_cast<const char*>(bytes->data), bytes->len};  // NOLINT: glib's bytes
}

/// Text in the encoding that its part names, as UTF-8; as it is where it cannot be, for the reader to find out.
std::string text_of(GMimePart* part) {
	std::string bytes = bytes_of(part);
	const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
	if (charset == nullptr || g_utf8_validate(bytes.data(), static_cast<gssize>(bytes.size()), nullptr) != 0)
		return bytes;
	gsize size = 0;
	const std::unique_ptr<char, decltype(&g_free)> converted{
	    g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", charset, nullptr, &size, nullptr), g_free};
	return converted ? std::string{converted.get(), size} : bytes;
}

bool is(GMimeObject* object, const char* type, const char* subtype) {
	const GMimeContentType* content = g_mime_object_get_content_type(object);
	return content != nullptr && g_mime_content_type_is_type(const_cast<GMimeContentType*>(content), type, subtype) !=
	                                 0;  // NOLINT: takes no const
}

bool is_attachment(GMimeObject* object) {
	const char* disposition = g_mime_object_get_disposition(object);
	return disposition != nullptr && g_ascii_strcasecmp(disposition, "attachment") == 0;
}

/// Lines that a mail program broke to fit a screen are one again (format=flowed, RFC 3676).
std::string unflowed(const std::string& text) {
	std::string out;
	std::string_view left = text;
	while (!left.empty()) {
		std::string_view line = left.substr(0, left.find('\n'));
		left.remove_prefix(std::min(left.size(), line.size() + 1));
		if (line.ends_with('\r')) line.remove_suffix(1);
		out += line;
		if (!line.ends_with(' ') || line == "-- ") out += '\n';
	}
	return out;
}

/// The text of a message: its HTML, else its plain text. The first of each counts.
struct Body {
	GMimePart* html = nullptr;
	GMimePart* plain = nullptr;
};

void find_body(GMimeObject* object, Body& body, int depth) {
	if (object == nullptr || depth > k_deepest) return;
	if (GMIME_IS_MULTIPART(object)) {
		const int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
		for (int i = 0; i < count; ++i)
			find_body(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), body, depth + 1);
	} else if (GMIME_IS_PART(object) && !is_attachment(object)) {
		if (is(object, "text", "html") && body.html == nullptr) body.html = GMIME_PART(object);
		if (is(object, "text", "plain") && body.plain == nullptr &&
		    g_mime_part_get_filename(GMIME_PART(object)) == nullptr) {
			body.plain = GMIME_PART(object);
		}
	}
}

conversion::Told told_by(GMimeMessage* message) {
	conversion::Told told;
	told.title = string_of(g_mime_message_get_subject(message));
	if (GDateTime* date = g_mime_message_get_date(message); date != nullptr) {
		const std::unique_ptr<char, decltype(&g_free)> day{g_date_time_format(date, "%Y-%m-%d"), g_free};
		told.published = string_of(day.get());
	}
	InternetAddressList* from = g_mime_message_get_from(message);
	for (int i = 0; from != nullptr && i < internet_address_list_length(from); ++i) {
		const char* name = internet_address_get_name(internet_address_list_get_address(from, i));
		if (name != nullptr && *name != '\0') told.authors.emplace_back(name);
	}
	return told;
}

/// Gives what is attached: parts that are no text of the message, and messages in it.
class Attachments {
public:
	Attachments(const Body& body, conversion::Sender& sender) : m_body(body), m_sender(sender) {}

	void give(GMimeObject* object, int depth = 0) {
		if (object == nullptr || depth > k_deepest) return;
		if (GMIME_IS_MULTIPART(object)) {
			const int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
			for (int i = 0; i < count; ++i) give(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1);
		} else if (GMIME_IS_MESSAGE_PART(object)) {
			GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
			if (message == nullptr) return;
			const std::unique_ptr<char, decltype(&g_free)> text{g_mime_object_to_string(GMIME_OBJECT(message), nullptr),
			                                                    g_free};
			give_file(next_name("message", ".eml"), string_of(text.get()));
		} else if (GMIME_IS_PART(object) && GMIME_PART(object) != m_body.html && GMIME_PART(object) != m_body.plain) {
			const char* name = g_mime_part_get_filename(GMIME_PART(object));
			// Without a name it is the other form of the text, or a picture in it.
			if (name == nullptr && !is_attachment(object)) return;
			give_file(name == nullptr ? next_name("attachment", "") : std::string{name}, bytes_of(GMIME_PART(object)));
		}
	}

private:
	std::string next_name(const std::string& word, const std::string& ending) {
		return word + '-' + std::to_string(++m_unnamed) + ending;
	}
	void give_file(const std::string& name, const std::string& bytes) {
		m_sender.give({.name = name, .format = {}, .content = conversion::File{bytes}, .told = {}});
	}

	const Body& m_body;
	conversion::Sender& m_sender;
	int m_unnamed = 0;
};

base::Result<Owned<GMimeMessage>> parse(const Input& input) {
	g_mime_init();
	const Owned<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(input.bytes.data(), input.bytes.size())};
	const Owned<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
	Owned<GMimeMessage> message{g_mime_parser_construct_message(parser.get(), nullptr)};
	if (!message || g_mime_message_get_mime_part(message.get()) == nullptr) {
		return base::fail("conversion-broken", {"MIME"});
	}
	return message;
}

}  // namespace

base::Result<void> convert_eml(const Input& input, conversion::Sender& sender) {
	const auto message = parse(input);
	if (!message) return tl::unexpected(message.error());
	GMimeObject* root = g_mime_message_get_mime_part(message->get());
	Body body;
	find_body(root, body, 0);
	const conversion::Told told = told_by(message->get());
	if (body.html != nullptr) {
		sender.give({.name = {}, .format = "eml", .content = conversion::Html{text_of(body.html)}, .told = told});
	} else if (body.plain != nullptr) {
		const char* format = g_mime_object_get_content_type_parameter(GMIME_OBJECT(body.plain), "format");
		std::string text = text_of(body.plain);
		if (format != nullptr && g_ascii_strcasecmp(format, "flowed") == 0) text = unflowed(text);
		// A letter that only carries a paper has nothing to read.
		if (text.find_first_not_of(" \t\r\n") != std::string::npos) {
			sender.give({.name = {}, .format = "eml", .content = conversion::PlainText{std::move(text)}, .told = told});
		}
	}
	Attachments{body, sender}.give(root);
	return {};
}

base::Result<void> convert_mhtml(const Input& input, conversion::Sender& sender) {
	const auto message = parse(input);
	if (!message) return tl::unexpected(message.error());
	Body body;
	find_body(g_mime_message_get_mime_part(message->get()), body, 0);
	if (body.html == nullptr) return base::fail("conversion-nothing-inside");
	conversion::Told told = told_by(message->get());
	// Its day is that of saving, its sender the browser.
	told.published.clear();
	told.authors.clear();
	sender.give(
	    {.name = {}, .format = "mhtml", .content = conversion::Html{text_of(body.html)}, .told = std::move(told)});
	return {};
}

}  // namespace bienban::converters
