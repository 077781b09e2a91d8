#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/messages.hpp"
#include "report/layout.hpp"

namespace bienban::cli {

/// Standard output could not be written to (a full disk, a device that is gone).
struct OutputError : std::runtime_error {
	using std::runtime_error::runtime_error;
};

/// Where commands speak: results on standard output, all else on standard error. To be used by one thread.
class Console {
public:
	explicit Console(base::Lang lang);

	const base::Messages& messages() const { return base::Messages::of(m_layout.lang); }
	/// How results are set: as wide as the terminal, or COLUMNS where that is set, with colour on a terminal only.
	const report::Layout& layout() const { return m_layout; }
	bool output_is_terminal() const { return m_output_is_terminal; }
	bool errors_are_terminal() const { return m_errors_are_terminal; }

	/// Writes a result. Throws OutputError.
	void out(std::string_view text);
	/// Writes out what is still held back. Throws OutputError.
	void flush();

	/// One line on standard error: "bienban: file:line: what went wrong; what to do".
	void error(const base::Error& error);

	/// A line that is no error, on standard error; it has its line end.
	void note(const std::string& line);

	/// A bar on standard error, redrawn at most ten times a second; nothing where that is no terminal.
	void progress(std::size_t done, std::size_t total);
	/// Takes the bar away.
	void end_progress();

private:
	report::Layout m_layout;
	bool m_output_is_terminal;
	bool m_errors_are_terminal;
	bool m_bar_shown = false;
	double m_bar_drawn_at = 0;
};

}  // namespace bienban::cli
