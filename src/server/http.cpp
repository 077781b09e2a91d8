#include "server/http.hpp"

#include <algorithm>

namespace bienban::server {

std::optional<std::string> Request::parameter(std::string_view name) const {
	const auto found = std::ranges::find(query, name, &std::pair<std::string, std::string>::first);
	if (found == query.end()) return std::nullopt;
	return found->second;
}

std::string_view Request::header(std::string_view name) const {
	const auto found = std::ranges::find(headers, name, &std::pair<std::string, std::string>::first);
	return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

std::string_view Request::cookie(std::string_view name) const {
	std::string_view rest = header("cookie");
	while (!rest.empty()) {
		const auto end = std::min(rest.find(';'), rest.size());
		std::string_view one = rest.substr(0, end);
		rest.remove_prefix(std::min(end + 1, rest.size()));
		while (one.starts_with(' ')) one.remove_prefix(1);
		if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=') {
			return one.substr(name.size() + 1);
		}
	}
	return {};
}

}  // namespace bienban::server
