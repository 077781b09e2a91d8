#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace bienban::base {

/// Is the word one of a short list? The last bytes are compared first: most Vietnamese words of one length differ
/// there.
template <typename Words>
bool one_of(std::string_view word, const Words& words) {
	return std::any_of(std::begin(words), std::end(words), [&](std::string_view w) {
		return w.size() == word.size() && !w.empty() && w.back() == word.back() && w == word;
	});
}

}  // namespace bienban::base
