#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

/// The zip file that an office document is.
namespace bienban::paper {

struct PackageFile {
	std::string name;  ///< "word/document.xml"
	std::string content;
};

/// The bytes of a zip file with these files in this order; the same files give the same bytes. Fails with
/// "paper-not-written" where the library fails.
base::Result<std::string> package(const std::vector<PackageFile>& files);

}  // namespace bienban::paper
