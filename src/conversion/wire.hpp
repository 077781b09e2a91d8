#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "conversion/part.hpp"

/// The form in which a converter's process gives what it found to the program that started it. That process may have
/// been taken over by the file it reads: whatever it sends is proved.
namespace bienban::conversion {

/// A file in an archive, whose format is still to be found.
struct File {
	std::string bytes;
};

/// One thing that a converter gave.
struct Given {
	std::string name;    ///< path in the archive, or the address; empty for the file itself
	std::string format;  ///< of the part; empty for a File
	std::variant<PlainText, Html, Printed, File, base::Error> content;
	Told told;
};

/// What was given, as a part. A File becomes the error that it is none.
base::Result<Part> part_of(Given given);

/// Writes the form. `write` takes all bytes or throws.
class Sender {
public:
	using Write = std::function<void(std::string_view)>;

	explicit Sender(Write write) : m_write(std::move(write)) {}

	/// One whole thing. A document of printed pages may also be given page by page: see begin_pages().
	void give(const Given& given);

	/// A file in pieces, so that it need not be held: begin, any number of data, end.
	void begin_file(std::string_view name, const Told& told);
	void data(std::string_view bytes);
	void end();

	/// Printed pages, one by one as they are found, then end().
	void begin_pages(std::string_view format, bool recognised, const Told& told);
	void page(const model::PrintedPage& page);

	/// An error in place of what was begun and not ended, or of the whole file where nothing was begun.
	void error(const base::Error& error, std::string_view name = {});

	/// Everything was given.
	void finish();

private:
	enum class Kind : std::uint8_t { text, html, printed, recognised, file };
	void begin(Kind kind, std::string_view name, std::string_view format, const Told& told);
	void frame(char kind, std::string_view payload);

	Write m_write;
	bool m_begun = false;
};

/// Bounds of what is taken from a converter.
struct WireLimits {
	std::uint64_t all_bytes = 64U << 20;
	std::uint64_t part_bytes = 64U << 20;
	std::uint32_t parts = 1'000'000;
};

/// Reads the form and proves it.
class Receiver {
public:
	/// `read` gives up to so many bytes, 0 at the end of the stream.
	using Read = std::function<base::Result<std::size_t>(char* to, std::size_t most)>;

	Receiver(Read read, const WireLimits& limits) : m_read(std::move(read)), m_limits(limits) {}

	/// The next thing; nothing after the last. Errors: those of `read`; conversion-cut-short where the stream ends too
	/// soon; conversion-bad-answer where it has not the form; conversion-too-much (values: MiB) beyond the limits.
	/// After an error there is nothing more.
	base::Result<std::optional<Given>> next();

private:
	struct Frame {
		char kind = 0;
		std::string payload;
	};
	base::Result<Frame> frame();
	base::Result<void> take(char* to, std::size_t size);
	base::Result<std::optional<Given>> too_much(std::uint64_t bytes);

	Read m_read;
	WireLimits m_limits;
	std::uint64_t m_all = 0;
	std::uint32_t m_parts = 0;
	bool m_done = false;
};

}  // namespace bienban::conversion
