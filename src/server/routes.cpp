#include "server/routes.hpp"

#include <array>

namespace bienban::server {

namespace {

using enum Role;

constexpr Method k_get = Method::get;
constexpr Method k_post = Method::post;
constexpr Method k_put = Method::put;
constexpr Method k_patch = Method::patch;
constexpr Method k_remove = Method::remove;
constexpr Body k_none = Body::none;
constexpr Body k_json = Body::json;
constexpr Kept k_no = Kept::no;
constexpr Kept k_register = Kept::by_register;
constexpr Kept k_account = Kept::by_register_and_account;

constexpr auto k_routes = std::to_array<Route>({
    {k_get, "/session", anyone, "session", k_none, k_no, session},
    {k_post, "/session", anyone, "sign_in", k_json, k_no, sign_in},
    {k_remove, "/session", reader, "sign_out", k_none, k_no, sign_out},
    {k_put, "/session/password", reader, "change_password", k_json, k_no, change_password},
    {k_post, "/setup", anyone, "setup", k_json, k_no, setup},
    {k_get, "/accounts", administrator, "accounts", k_none, k_no, accounts},
    {k_post, "/accounts", administrator, "add_account", k_json, k_no, add_account},
    {k_patch, "/accounts/{name}", administrator, "change_account", k_json, k_no, change_account},
    {k_get, "/overview", reader, "overview", k_none, k_register, overview, Lane::slow},
    {k_get, "/places", reader, "places", k_none, k_register, places},
    {k_get, "/vocabulary", reader, "vocabulary", k_none, k_register, vocabulary},
    {k_get, "/documents", reader, "documents", k_none, k_register, documents},
    {k_post, "/documents", editor, "upload", Body::files, k_no, upload},
    {k_get, "/documents/{id}", reader, "document", k_none, k_register, document},
    {k_get, "/documents/{id}/original", reader, "original", k_none, k_no, original},
    {k_get, "/documents/{id}/pages/{page}", reader, "page_picture", k_none, Kept::by_original, page_picture,
     Lane::slow},
    {k_get, "/facts", reader, "facts", k_none, k_register, facts},
    {k_get, "/facts/years", reader, "fact_years", k_none, k_register, fact_years, Lane::slow},
    {k_get, "/facts/export", reader, "export_facts", k_none, k_no, export_facts, Lane::slow},
    {k_get, "/facts/{id}", reader, "fact", k_none, k_register, fact},
    {k_get, "/facts/{id}/why", reader, "why", k_none, k_register, why},
    {k_post, "/decisions", editor, "decide", k_json, k_no, decide},
    {k_post, "/decisions/bulk", approver, "confirm_many", k_json, k_no, confirm_many},
    {k_get, "/precision", reader, "precision", k_none, k_register, precision},
    {k_get, "/history", reader, "history", k_none, k_account, history},
    {k_get, "/history/{id}", reader, "history_of", k_none, k_account, history_of},
    {k_get, "/entries/{id}", reader, "entry", k_none, k_account, entry},
    {k_get, "/people", reader, "people", k_none, k_register, people},
    {k_get, "/people/{id}", reader, "person", k_none, k_register, person},
    {k_get, "/parties", reader, "parties", k_none, k_register, parties},
    {k_get, "/parties/{party}", reader, "party", k_none, k_register, party},
    {k_get, "/pairs", reader, "pairs", k_none, k_register, pairs, Lane::slow},
    {k_get, "/pairs/{a}/{b}", reader, "pair", k_none, k_register, pair, Lane::slow},
    {k_get, "/review", reader, "review", k_none, k_register, review, Lane::slow},
    {k_get, "/drafts/{kind}", reader, "draft", k_none, k_register, draft, Lane::slow},
    {k_get, "/search", reader, "search", k_none, k_register, search},
    {k_get, "/check", reader, "check", k_none, k_register, check, Lane::slow},
    {k_get, "/queue", reader, "queue", k_none, k_register, queue},
    {k_get, "/queue/{kind}", reader, "queue_of", k_none, k_register, queue_of},
    {k_get, "/jobs", editor, "jobs", k_none, k_no, jobs},
    {k_post, "/jobs", administrator, "start_job", k_json, k_no, start_job},
    {k_get, "/jobs/{id}", editor, "job", k_none, k_no, job},
    {k_remove, "/jobs/{id}", editor, "cancel_job", k_none, k_no, cancel_job},
    {k_get, "/messages/{lang}", anyone, "messages", k_none, k_no, page_messages},
    {k_get, "/info", reader, "info", k_none, k_no, info},
});

/// The segment before the next slash; both are moved behind it.
std::string_view segment(std::string_view& rest) {
	const auto end = std::min(rest.find('/', 1), rest.size());
	const std::string_view one = rest.substr(0, end);
	rest.remove_prefix(end);
	return one;
}

/// The values of a path where it is the route's.
std::optional<std::vector<std::string>> values_of(std::string_view pattern, std::string_view path) {
	std::vector<std::string> values;
	while (!pattern.empty()) {
		const std::string_view want = segment(pattern);
		if (!want.starts_with("/{")) {
			if (segment(path) != want) return std::nullopt;
			continue;
		}
		// Parties have slashes of their own.
		const std::string_view have = want == "/{party}" ? path : segment(path);
		if (want == "/{party}") path = {};
		if (have.size() < 2) return std::nullopt;
		values.emplace_back(have.substr(1));
	}
	if (!path.empty()) return std::nullopt;
	return values;
}

}  // namespace

std::span<const Route> routes() { return k_routes; }

Found find_route(Method method, std::string_view path) {
	Found found;
	for (const Route& route : k_routes) {
		auto values = values_of(route.path, path);
		if (!values) continue;
		found.path_known = true;
		// Written-out paths stand before those with values, and win.
		if (route.method != method || found.route != nullptr) continue;
		found.route = &route;
		found.values = std::move(*values);
	}
	return found;
}

}  // namespace bienban::server
