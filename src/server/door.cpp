#include "server/door.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "asking/words.hpp"
#include "model/json.hpp"
#include "server/cookie.hpp"
#include "server/pages.hpp"
#include "server/secrets.hpp"

namespace bienban::server {

namespace {

/// Smaller answers are not worth the time.
constexpr std::size_t k_compress_from = 1024;
constexpr int k_gzip = 15 + 16;  ///< zlib: the largest window, in the form of gzip
constexpr int k_gzip_level = 5;

constexpr const char* k_json_type = "application/json; charset=utf-8";

/// Which messages mean another status than 400.
int status_of(const Failure& failure) {
	struct Row {
		std::string_view begins;
		int status;
	};
	constexpr auto k_rows = std::to_array<Row>({{"register-no-such", 404},
	                                            {"web-no-route", 404},
	                                            {"web-no-original", 404},
	                                            {"web-no-pages", 404},
	                                            {"web-no-page", 404},
	                                            {"web-no-picture", 422},
	                                            {"account-unknown", 404},
	                                            {"job-unknown", 404},
	                                            {"review-no-party", 404},
	                                            {"web-method", 405},
	                                            {"web-host", 421},
	                                            {"web-not-signed-in", 401},
	                                            {"sign-in-failed", 401},
	                                            {"sign-in-wait", 429},
	                                            {"web-not-allowed", 403},
	                                            {"web-forged", 403},
	                                            {"web-undo-of-others", 403},
	                                            {"setup-token", 403},
	                                            {"setup-done", 409},
	                                            {"account-exists", 409},
	                                            {"account-last", 409},
	                                            {"decision-same-fact", 409},
	                                            {"decision-undone-already", 409},
	                                            {"decision-nothing-here-already", 409},
	                                            {"web-bulk-precision", 409},
	                                            {"job-over", 409},
	                                            {"web-too-large", 413},
	                                            {"web-type", 415},
	                                            {"register-busy", 503},
	                                            {"web-busy", 503},
	                                            {"register-failed", 500},
	                                            {"register-damaged", 500},
	                                            {"web-failed", 500}});
	if (failure.status != 0) return failure.status;
	for (const Row& row : k_rows) {
		if (failure.error.message.starts_with(row.begins)) return row.status;
	}
	return 400;
}

void add_guards(Response& response, bool page) {
	// A page may load what stands here and nothing else; an answer of the API is never a page.
	response.add("Content-Security-Policy",
	             page ? "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src "
	                    "'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	                  : "default-src 'none'; frame-ancestors 'none'; sandbox");
	response.add("X-Content-Type-Options", "nosniff");
	response.add("X-Frame-Options", "DENY");
	response.add("Referrer-Policy", "no-referrer");
	response.add("Cross-Origin-Opener-Policy", "same-origin");
	response.add("Cross-Origin-Resource-Policy", "same-origin");
}

std::string gzipped(const std::string& bytes) {
	z_stream stream{};
	if (deflateInit2(&stream, k_gzip_level, Z_DEFLATED, k_gzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
	std::string out(deflateBound(&stream, bytes.size()), '\0');
	// zlib's interface does not say that it only reads.
	stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
	stream.avail_in = static_cast<uInt>(bytes.size());
	stream.next_out = reinterpret_cast<Bytef*>(out.data());
	stream.avail_out = static_cast<uInt>(out.size());
	const int code = deflate(&stream, Z_FINISH);
	const std::size_t size = stream.total_out;
	deflateEnd(&stream);
	if (code != Z_STREAM_END) return {};
	out.resize(size);
	return out;
}

bool takes_gzip(const Request& request) {
	return request.header("accept-encoding").find("gzip") != std::string_view::npos;
}

void set_body(Response& response, const Request& request, std::string type, std::string bytes) {
	response.type = std::move(type);
	const bool text = response.type.starts_with("text/") || response.type.starts_with("application/json");
	if (text) response.add("Vary", "Accept-Encoding, Accept-Language, Cookie");
	if (text && bytes.size() >= k_compress_from && takes_gzip(request)) {
		if (std::string small = gzipped(bytes); !small.empty() && small.size() < bytes.size()) {
			response.add("Content-Encoding", "gzip");
			bytes = std::move(small);
		}
	}
	response.body = std::make_shared<const std::string>(std::move(bytes));
}

/// A file's name for a header: ASCII with anything else replaced, and all of it percent-encoded.
std::string disposition(std::string_view name) {
	std::string plain;
	std::string coded;
	constexpr std::string_view k_digits = "0123456789ABCDEF";
	for (const char c : name) {
		const auto byte = static_cast<unsigned char>(c);
		const bool good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
		                  c == '-' || c == '_';
		plain.push_back(good ? c : '_');
		if (good) {
			coded.push_back(c);
		} else {
			coded.append({'%', k_digits[byte >> 4U], k_digits[byte & 15U]});
		}
	}
	return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + coded;
}

/// Whether a media type, without its parameters, is this one.
bool is_type(std::string_view header, std::string_view type) {
	std::string_view own = header.substr(0, header.find(';'));
	while (own.ends_with(' ')) own.remove_suffix(1);
	return std::ranges::equal(own, type, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

}  // namespace

Language language_of(const Request& request) {
	const auto known = [](std::string_view code) -> std::optional<Language> {
		code = code.substr(0, code.find_first_of("-;"));
		if (code == "vi") return Language{base::Lang::vi, "vi"};
		if (code == "en") return Language{base::Lang::en, "en"};
		if (code == "lo") return Language{base::Lang::vi, "lo"};
		return std::nullopt;
	};
	if (const auto asked = request.parameter("lang")) {
		if (const auto found = known(*asked)) return *found;
	}
	std::string_view rest = request.header("accept-language");
	while (!rest.empty()) {
		const auto end = std::min(rest.find(','), rest.size());
		std::string_view one = rest.substr(0, end);
		rest.remove_prefix(std::min(end + 1, rest.size()));
		while (one.starts_with(' ')) one.remove_prefix(1);
		if (const auto found = known(one)) return *found;
	}
	return {};
}

std::string address_of(const Request& request, const Settings& settings) {
	if (!settings.proxy) return request.remote;
	// The proxy adds the address that it sees behind whatever the client wrote itself.
	std::string_view forwarded = request.header("x-forwarded-for");
	const auto comma = forwarded.find_last_of(',');
	if (comma != std::string_view::npos) forwarded.remove_prefix(comma + 1);
	while (forwarded.starts_with(' ')) forwarded.remove_prefix(1);
	return forwarded.empty() ? request.remote : std::string{forwarded};
}

Door::Door(State& state, std::uint16_t port) : m_state(state) {
	const std::string at = ":" + std::to_string(port);
	const std::string& address = state.settings().address;
	const std::string own = address.find(':') == std::string::npos ? address : "[" + address + "]";
	for (const std::string& name : {std::string{"127.0.0.1"}, std::string{"localhost"}, std::string{"[::1]"}, own}) {
		m_hosts.push_back(name + at);
		if (port == 80) m_hosts.push_back(name);
	}
	for (const std::string& host : m_hosts) m_origins.push_back("http://" + host);
	if (const auto& proxy = state.settings().proxy) {
		m_origins.push_back(*proxy);
		m_hosts.push_back(proxy->substr(proxy->find("://") + 3));
	}
}

bool Door::is_ours(std::string_view host) const { return std::ranges::find(m_hosts, host) != m_hosts.end(); }

std::optional<Failure> Door::check_origin(const Request& head) const {
	// A page of somebody else may point a name of its own at this machine: that is not what we are called.
	if (!is_ours(head.header("host"))) return Failure{{"web-host", {std::string{head.header("host")}}, {}, 0}};
	if (head.method == Method::get) return std::nullopt;
	const std::string_view site = head.header("sec-fetch-site");
	if (!site.empty() && site != "same-origin" && site != "none") return Failure{{"web-forged", {}, {}, 0}};
	const std::string_view origin = head.header("origin");
	if (!origin.empty() && std::ranges::find(m_origins, origin) == m_origins.end()) {
		return Failure{{"web-forged", {}, {}, 0}};
	}
	return std::nullopt;
}

std::optional<Failure> Door::check_body(const Request& head, const Route& route) const {
	const std::string_view type = head.header("content-type");
	const bool good = route.body == Body::none || (route.body == Body::json && is_type(type, "application/json")) ||
	                  (route.body == Body::files && is_type(type, "multipart/form-data"));
	if (!good || !head.header("content-encoding").empty()) return Failure{{"web-type", {}, {}, 0}};
	return std::nullopt;
}

Door::Visit Door::visit(const Request& head) const {
	Visit visit;
	visit.refusal = check_origin(head);
	if (visit.refusal) return visit;
	const std::string_view path = head.path;
	if (!path.starts_with(k_api)) {
		if (head.method != Method::get) visit.refusal = Failure{{"web-method", {}, {}, 0}};
		return visit;
	}
	visit.found = find_route(head.method, path.substr(k_api.size()));
	const Route* route = visit.found.route;
	if (route == nullptr) {
		visit.refusal = Failure{{visit.found.path_known ? "web-method" : "web-no-route", {}, {}, 0}};
		return visit;
	}
	visit.session = m_state.accounts().session(head.cookie(k_cookie));
	if (route->least != Role::anyone) {
		if (!visit.session) {
			visit.refusal = Failure{{"web-not-signed-in", {}, {}, 0}};
		} else if (visit.session->account.role < route->least) {
			visit.refusal = Failure{{"web-not-allowed", {}, {}, 0}};
		} else if (head.method != Method::get && !equal(head.header(k_token_header), visit.session->token)) {
			visit.refusal = Failure{{"web-forged", {}, {}, 0}};
		}
	}
	if (!visit.refusal) visit.refusal = check_body(head, *route);
	return visit;
}

Admission Door::admit(const Request& head) const {
	const Visit visited = visit(head);
	Admission admission;
	if (visited.refusal) {
		admission.refusal = error(head, *visited.refusal);
	} else if (visited.found.route != nullptr) {
		admission.body = visited.found.route->body;
	}
	return admission;
}

std::optional<Response> Door::answer(const Request& request, std::size_t worker, Lane lane) {
	Visit visited = visit(request);
	if (visited.refusal) return error(request, *visited.refusal);
	if (visited.found.route == nullptr) {
		Response response = page_file(request);
		add_guards(response, true);
		return response;
	}
	Call call{request, std::move(visited.found.values), language_of(request).words, std::move(visited.session), m_state,
	          worker};
	try {
		return kept_or_made(request, *visited.found.route, call, lane);
	} catch (const registry::StoreError& failure) {
		const char* message = failure.busy ? "register-busy" : "register-failed";
		return error(request, Failure{{message, {failure.what()}, {}, 0}});
	}
}

std::string Door::state_of(const Route& route, Call& call) const {
	if (route.kept == Kept::by_original) {
		std::string state = state_of_original(call);
		// Nothing is kept of what is not there.
		return state.empty() ? m_state.started() : state + "-" + call.request().path + "-" BIENBAN_VERSION;
	}
	const auto last = call.rows().last_entry();
	// Days go by, too: what is in force is said for today.
	std::string state = last ? last->hash.substr(0, 16) + "-" + std::to_string(last->seq) : "0";
	state += "-" + std::to_string(asking::today()) + "-" BIENBAN_VERSION;
	state += "-" + m_state.started();
	if (route.kept == Kept::by_register_and_account) {
		state += "-" + call.session().account.name + "-" + std::string{model::name_of(call.session().account.role)};
	}
	return state + (call.lang() == base::Lang::vi ? "-vi" : "-en");
}

std::optional<Response> Door::kept_or_made(const Request& request, const Route& route, Call& call, Lane lane) {
	const bool wrong_lane = route.lane == Lane::slow && lane == Lane::quick;
	if (route.kept == Kept::no) {
		if (wrong_lane) return std::nullopt;
		return made(request, route.run(call));
	}
	// All of an answer comes from one state of the register, however often it asks.
	const registry::ReadingView view{call.rows()};
	AnswerCache& cache = route.kept == Kept::by_original ? m_state.pictures() : m_state.cache();
	const std::string state = state_of(route, call);
	const std::string tag = "W/\"" + hash_of(state).substr(0, 22) + "\"";
	if (request.header("if-none-match").find(tag) != std::string_view::npos) {
		Response unchanged;
		unchanged.status = 304;
		unchanged.add("ETag", tag);
		add_guards(unchanged, false);
		return unchanged;
	}
	std::string key = request.path + (takes_gzip(request) ? "?z" : "?");
	for (const auto& [name, value] : request.query) {
		if (name != "lang") key.append("&").append(name).append("=").append(value);
	}
	key += call.lang() == base::Lang::vi ? " vi" : " en";
	if (route.kept == Kept::by_register_and_account) key += " " + call.session().account.name;
	const auto kept = cache.find(key, state);
	if (kept.response && (kept.fresh || lane == Lane::quick)) {
		if (!kept.fresh) make_later(request, key);
		return *kept.response;
	}
	if (wrong_lane) return std::nullopt;
	return make(request, route, call, cache, key, state, tag);
}

Response Door::make(const Request& request, const Route& route, Call& call, AnswerCache& cache, const std::string& key,
                    const std::string& state, const std::string& tag) {
	const auto begun = AnswerCache::Clock::now();
	auto answer = route.run(call);
	const bool good = answer.has_value();
	Response response = made(request, std::move(answer));
	if (!good) return response;
	response.add("ETag", tag);
	std::erase_if(response.headers, [](const auto& header) { return header.first == "Cache-Control"; });
	response.add("Cache-Control", "private, no-cache");
	cache.put(key, state, std::make_shared<const Response>(response), AnswerCache::Clock::now() - begun);
	return response;
}

void Door::make_later(const Request& request, const std::string& key) {
	if (!m_later) return;
	{
		const std::scoped_lock lock{m_mutex};
		if (!m_awaited.insert(key).second) return;
	}
	m_later([this, request, key](std::size_t worker) {
		{
			const std::scoped_lock lock{m_mutex};
			m_awaited.erase(key);
		}
		answer(request, worker, Lane::slow);
	});
}

Response Door::made(const Request& request, Outcome<Answer> answer) const {
	if (!answer) return error(request, answer.error());
	Response response;
	response.status = answer->status;
	response.headers = std::move(answer->headers);
	add_guards(response, false);
	response.add("Cache-Control", "no-store");
	if (auto* json = std::get_if<Json>(&answer->what)) {
		set_body(response, request, k_json_type, model::dump(*json));
	} else if (auto* file = std::get_if<File>(&answer->what)) {
		response.status = 200;
		if (!file->name.empty()) response.add("Content-Disposition", disposition(file->name));
		set_body(response, request, std::move(file->type), std::move(file->bytes));
	}
	return response;
}

Response Door::error(const Request& request, const Failure& failure) const {
	const base::Messages& m = base::Messages::of(language_of(request).words);
	base::Error told = failure.error;
	// Where files of this machine lie is nothing that a client has to know.
	told.file.clear();
	const int status = status_of(failure);
	if (status == 500) {
		// What failed in the machine is for whoever runs it.
		m_state.settings().log(request.path + ": " + m.text(failure.error));
		told = {"web-failed", {}, {}, 0};
	}
	Json json = {{"error", {{"id", told.message}, {"message", m.text(told)}}}};
	if (!failure.field.empty()) json["error"]["field"] = failure.field;
	Response response;
	response.status = status;
	add_guards(response, false);
	response.add("Cache-Control", "no-store");
	if (told.message == "sign-in-wait") response.add("Retry-After", told.values.at(0));
	if (status == 503) response.add("Retry-After", "2");
	set_body(response, request, k_json_type, model::dump(json));
	return response;
}

Response Door::refused(const Request& request, int status) const {
	const char* message = status == 405   ? "web-method"
	                      : status == 413 ? "web-too-large"
	                      : status == 415 ? "web-type"
	                      : status == 503 ? "web-busy"
	                      : status == 500 ? "web-failed"
	                                      : "web-form";
	base::Error told{message, {}, {}, 0};
	if (status == 413 && is_type(request.header("content-type"), "multipart/form-data")) {
		const Limits limits;
		told = {"web-too-large-files",
		        {std::to_string(limits.file_bytes >> 20U), std::to_string(limits.files),
		         std::to_string(limits.upload_bytes >> 20U)},
		        {},
		        0};
	}
	return error(request, Failure{std::move(told), {}, status});
}

Response Door::failed(const Request& request, const std::string& what) const {
	return error(request, Failure{{"web-failed", {what}, {}, 0}});
}

}  // namespace bienban::server
