#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "conversion/locked.hpp"

namespace bienban::intake {

/// Something out of an archive that is to be read.
struct Unpacked {
	std::string source;                                                ///< "archive.zip/inner/path.docx"
	std::variant<conversion::Part, std::string, base::Error> content;  ///< a part, a file's bytes, or why neither
};

/// Walks through what archives, e-mails and web archives hold, also those in others, in their order and without
/// holding more than one file. What is no document (style sheets, programs) is passed over.
class Archives {
public:
	explicit Archives(conversion::Unlocked unlocked) : m_unlocked(unlocked) {}

	/// Begins with an archive that was named; the one before has to be at its end.
	base::Result<void> enter(const std::string& source, const conversion::Format& format, conversion::InputFile file);

	/// The next document in it; nothing at the end. An archive without any is an error of its own.
	std::optional<Unpacked> next();

private:
	struct Open {
		std::string source;
		conversion::Conversion conversion;
		bool found = false;  ///< a document, or why one cannot be read
	};

	base::Result<void> push(std::string source, const conversion::Format& format, conversion::InputFile file);
	std::optional<Unpacked> of_file(const std::string& source, const std::string& name, std::string bytes,
	                                const conversion::Told& told);

	conversion::Unlocked m_unlocked;
	std::vector<Open> m_open;  ///< the innermost last
	std::uint64_t m_left = 0;  ///< bytes that may still come out of the archive that was named
};

}  // namespace bienban::intake
