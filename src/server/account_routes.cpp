#include "server/cookie.hpp"
#include "server/door.hpp"
#include "server/routes.hpp"

/// Signing in and out, and the accounts.
namespace bienban::server {

namespace {

Json account_json(const Account& account) {
	return {{"name", account.name},
	        {"full_name", account.full_name},
	        {"role", model::name_of(account.role)},
	        {"disabled", account.disabled},
	        {"created", account.created},
	        {"last_sign_in", account.last_sign_in ? Json(*account.last_sign_in) : Json(nullptr)}};
}

Json session_json(Call& call, const std::optional<Session>& session) {
	Json json = {{"account", nullptr},
	             {"token", ""},
	             {"setup_needed", !session && call.state().accounts().empty()},
	             {"lang", language_of(call.request()).page},
	             {"version", BIENBAN_VERSION}};
	if (!session) return json;
	json["token"] = session->token;
	Json may = Json::array();
	for (const Route& route : routes()) {
		if (route.least <= session->account.role) may.push_back(route.id);
	}
	json["account"] = {{"name", session->account.name},
	                   {"full_name", session->account.full_name},
	                   {"role", model::name_of(session->account.role)},
	                   {"may", std::move(may)}};
	return json;
}

std::string cookie(const Call& call, State& state, const std::string& secret) {
	std::string text = std::string{k_cookie} + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict";
	const auto& proxy = state.settings().proxy;
	if (proxy && proxy->starts_with("https://") && call.request().header("host") == proxy->substr(8))
		text += "; Secure";
	if (secret.empty()) text += "; Max-Age=0";
	return text;
}

Outcome<Answer> signed_in(Call& call, base::Result<SignedIn> made) {
	if (!made) {
		const std::string& message = made.error().message;
		const bool password = message.starts_with("password-");
		return failed(made.error(), password ? "password" : message.starts_with("account-") ? "name" : "");
	}
	Answer answer{session_json(call, made->session)};
	answer.headers.emplace_back("Set-Cookie", cookie(call, call.state(), made->secret));
	return answer;
}

Outcome<Role> role_of(const std::string& word) {
	const auto role = model::value_of<Role>(word);
	if (!role || *role == Role::anyone) return failed("account-role", {word}, "role");
	return *role;
}

Outcome<Answer> account_answer(const base::Result<Account>& made, int status) {
	if (made) return Answer{account_json(*made), status};
	const bool password = made.error().message.starts_with("password-");
	return failed(made.error(), password ? "password" : "name");
}

}  // namespace

Outcome<Answer> session(Call& call) { return Answer{session_json(call, call.maybe_session())}; }

Outcome<Answer> sign_in(Call& call) {
	const auto fields = Fields::of(call);
	if (!fields) return tl::unexpected(fields.error());
	if (auto good = fields->only({"name", "password"}); !good) return tl::unexpected(good.error());
	const auto name = fields->text("name");
	if (!name) return tl::unexpected(name.error());
	const auto password = fields->text("password");
	if (!password) return tl::unexpected(password.error());
	State& state = call.state();
	return signed_in(call, state.accounts().sign_in(*name, *password, address_of(call.request(), state.settings())));
}

Outcome<Answer> sign_out(Call& call) {
	call.state().accounts().sign_out(call.secret());
	Answer answer;
	answer.headers.emplace_back("Set-Cookie", cookie(call, call.state(), ""));
	return answer;
}

Outcome<Answer> change_password(Call& call) {
	const auto fields = Fields::of(call);
	if (!fields) return tl::unexpected(fields.error());
	if (auto good = fields->only({"old", "new"}); !good) return tl::unexpected(good.error());
	const auto old = fields->text("old");
	if (!old) return tl::unexpected(old.error());
	const auto fresh = fields->text("new");
	if (!fresh) return tl::unexpected(fresh.error());
	const auto done = call.state().accounts().change_password(call.secret(), *old, *fresh);
	if (!done) return failed(done.error(), done.error().message == "password-wrong" ? "old" : "new");
	return Answer{};
}

Outcome<Answer> setup(Call& call) {
	const auto fields = Fields::of(call);
	if (!fields) return tl::unexpected(fields.error());
	if (auto good = fields->only({"token", "name", "full_name", "password"}); !good)
		return tl::unexpected(good.error());
	const auto token = fields->text("token");
	if (!token) return tl::unexpected(token.error());
	const auto name = fields->text("name");
	if (!name) return tl::unexpected(name.error());
	const auto full_name = fields->maybe_text("full_name");
	if (!full_name) return tl::unexpected(full_name.error());
	const auto password = fields->text("password");
	if (!password) return tl::unexpected(password.error());
	return signed_in(
	    call, call.state().accounts().setup(*token, {.name = *name, .full_name = full_name->value_or("")}, *password));
}

Outcome<Answer> accounts(Call& call) {
	Json items = Json::array();
	for (const Account& account : call.state().accounts().list()) items.push_back(account_json(account));
	return Answer{Json{{"items", std::move(items)}}};
}

Outcome<Answer> add_account(Call& call) {
	const auto fields = Fields::of(call);
	if (!fields) return tl::unexpected(fields.error());
	if (auto good = fields->only({"name", "full_name", "role", "password"}); !good) return tl::unexpected(good.error());
	const auto name = fields->text("name");
	if (!name) return tl::unexpected(name.error());
	const auto full_name = fields->maybe_text("full_name");
	if (!full_name) return tl::unexpected(full_name.error());
	const auto word = fields->text("role");
	if (!word) return tl::unexpected(word.error());
	const auto role = role_of(*word);
	if (!role) return tl::unexpected(role.error());
	const auto password = fields->text("password");
	if (!password) return tl::unexpected(password.error());
	return account_answer(
	    call.state().accounts().add({.name = *name, .full_name = full_name->value_or(""), .role = *role}, *password),
	    201);
}

Outcome<Answer> change_account(Call& call) {
	const auto fields = Fields::of(call);
	if (!fields) return tl::unexpected(fields.error());
	if (auto good = fields->only({"full_name", "role", "disabled", "password"}); !good) {
		return tl::unexpected(good.error());
	}
	AccountChange change;
	auto full_name = fields->maybe_text("full_name");
	if (!full_name) return tl::unexpected(full_name.error());
	change.full_name = std::move(*full_name);
	const auto word = fields->maybe_text("role");
	if (!word) return tl::unexpected(word.error());
	if (*word) {
		const auto role = role_of(**word);
		if (!role) return tl::unexpected(role.error());
		change.role = *role;
	}
	const auto disabled = fields->maybe_flag("disabled");
	if (!disabled) return tl::unexpected(disabled.error());
	change.disabled = *disabled;
	auto password = fields->maybe_text("password");
	if (!password) return tl::unexpected(password.error());
	change.password = std::move(*password);
	return account_answer(call.state().accounts().change(call.value(0), change), 200);
}

}  // namespace bienban::server
