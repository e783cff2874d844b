package health.malasakit.kernel.events;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.lang.reflect.Method;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Binds the organization of an event around each reaction to it: in the reaction's own thread,
 * before its transaction begins, if it has one of its own. The reaction acts as a job with its own
 * name.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ScopedReactions {

  /** Infrastructure, because only such advisors are applied together with transactions. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DefaultPointcutAdvisor scopeOfEvents() {
    var advisor = new DefaultPointcutAdvisor(new Reactions(), new InScopeOfEvent());
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  private static final class Reactions extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
      return method.getParameterCount() == 1
          && OrganizationEvent.class.isAssignableFrom(method.getParameterTypes()[0])
          && AnnotatedElementUtils.hasAnnotation(method, TransactionalEventListener.class);
    }
  }

  private static final class InScopeOfEvent implements MethodInterceptor {

    @Override
    public @Nullable Object invoke(MethodInvocation reaction) throws Throwable {
      var event = (OrganizationEvent) java.util.Objects.requireNonNull(reaction.getArguments()[0]);
      var method = reaction.getMethod();
      var name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
      return Scopes.call(
              Scope.job(event.organization(), name), () -> Optional.ofNullable(reaction.proceed()))
          .orElse(null);
    }
  }
}
