#pragma once

#include <set>
#include <string>
#include <string_view>

/// Names of the sheets of a workbook: 31 letters at most, none twice (whatever the case), none of []:*?/\ in them.
namespace bienban::paper {

class SheetNames {
public:
	/// The wish as far as it may be a name, with a number behind it where another sheet has that name.
	std::string take(std::string_view wish);

private:
	std::set<std::string> m_taken;  ///< in lower case
};

}  // namespace bienban::paper
