// What somebody may send to the server who is signed in as administrator: any path and query, any body. The input is a
// line "METHOD PATH?QUERY", then the body.
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "check.hpp"
#include "server/cookie.hpp"
#include "server/door.hpp"
#include "server/jobs.hpp"

namespace {

using namespace bienban;
using server::Method;

constexpr std::uint16_t k_port = 8080;

/// A server without a network, on a register of its own with a few facts in it.
class House {
public:
	House() {
		std::string name = (std::filesystem::temp_directory_path() / "bienban-fuzz-XXXXXX").string();
		fuzz::must(::mkdtemp(name.data()) != nullptr, "there is a folder to work in");
		m_folder = name;
		server::Settings settings;
		settings.register_path = m_folder / "r.db";
		settings.workers = 1;
		settings.versions = {.program = "1", .lexicon = "1"};
		settings.lexicon = [] { return base::fail("lexicon-none"); };
		// What fails in the machine is told there: nothing may, whatever is asked.
		settings.log = [](const std::string& line) { fuzz::must(false, line.c_str()); };
		auto opened = server::State::open(std::move(settings));
		fuzz::must(opened.has_value(), "a register opens");
		m_state = std::move(*opened);
		const server::Account account{.name = "a", .full_name = "", .role = server::Role::administrator};
		const auto in = m_state->accounts().setup(m_state->accounts().new_setup_token(), account, "a long password");
		fuzz::must(in.has_value(), "an administrator is made");
		m_cookie = std::string{server::k_cookie} + "=" + in->secret;
		m_token = in->session.token;
		m_door = std::make_unique<server::Door>(*m_state, k_port);
		for (const char* day : {"2019-11-11", "2020-11", "2021"}) {
			ask(Method::post, "/api/v1/decisions", {},
			    std::string{R"({"kind":"add-fact","type":"meeting","fields":{"kind":"talks","parties":)"}
			        .append(R"("VN-05/province,LA-HO/province","date":")")
			        .append(day)
			        .append("\"}}"));
		}
	}
	House(const House&) = delete;
	House& operator=(const House&) = delete;
	~House() {
		m_door.reset();
		m_state.reset();
		std::error_code ignored;
		std::filesystem::remove_all(m_folder, ignored);
	}

	server::Response ask(Method method, std::string path, std::vector<std::pair<std::string, std::string>> query,
	                     std::string body) {
		server::Request request;
		request.method = method;
		request.path = std::move(path);
		request.query = std::move(query);
		request.body = std::move(body);
		request.remote = "127.0.0.1";
		request.headers = {{"host", "127.0.0.1:8080"},
		                   {"cookie", m_cookie},
		                   {std::string{server::k_token_header}, m_token},
		                   {"content-type", "application/json"}};
		auto response = m_door->answer(request, 0, server::Lane::slow);
		fuzz::must(response.has_value(), "on the slow lane there is an answer");
		return std::move(*response);
	}

private:
	std::filesystem::path m_folder;
	std::unique_ptr<server::State> m_state;
	std::unique_ptr<server::Door> m_door;
	std::string m_cookie;
	std::string m_token;
};

/// "a=1&b=2" as it stands: the library that reads requests has decoded it before.
std::vector<std::pair<std::string, std::string>> pairs_of(std::string_view query) {
	std::vector<std::pair<std::string, std::string>> pairs;
	while (!query.empty()) {
		const std::string_view one = query.substr(0, query.find('&'));
		query.remove_prefix(std::min(one.size() + 1, query.size()));
		const std::string_view name = one.substr(0, one.find('='));
		pairs.emplace_back(name, one.substr(std::min(name.size() + 1, one.size())));
	}
	return pairs;
}

/// What would end this session, take a second each for a password, or start what goes on by itself.
bool is_left_out(std::string_view path) {
	constexpr std::array<std::string_view, 4> k_left_out = {"/session", "/accounts", "/setup", "/jobs"};
	constexpr std::string_view k_api = "/api/v1";
	if (!path.starts_with(k_api)) return false;
	path.remove_prefix(k_api.size());
	for (const std::string_view one : k_left_out) {
		if (path.starts_with(one)) return true;
	}
	return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	static House house;
	std::string_view input{reinterpret_cast<const char*>(data), size};
	const std::string_view line = input.substr(0, input.find('\n'));
	input.remove_prefix(std::min(line.size() + 1, input.size()));
	const std::string_view method = line.substr(0, line.find(' '));
	const std::string_view target = line.substr(std::min(method.size() + 1, line.size()));
	const std::string_view path = target.substr(0, target.find('?'));
	if (is_left_out(path)) return 0;
	const Method known = method == "POST"     ? Method::post
	                     : method == "PUT"    ? Method::put
	                     : method == "PATCH"  ? Method::patch
	                     : method == "DELETE" ? Method::remove
	                                          : Method::get;
	const server::Response response =
	    house.ask(known, std::string{path}, pairs_of(target.substr(std::min(path.size() + 1, target.size()))),
	              std::string{input});
	fuzz::must(response.status >= 200 && response.status < 500, "an answer, or a fault of whoever asks");
	if (response.type.starts_with("application/json")) {
		fuzz::must(response.body && nlohmann::json::accept(*response.body), "JSON is JSON");
	}
	return 0;
}
