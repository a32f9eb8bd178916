// What must wake somebody: the door does not answer, turns break, instances die, tables falter, a secret runs out.

@description('Short name that the resources begin with.')
param name string

@description('Azure region.')
param location string

@description('Who is told.')
param email string

@description('The server\'s address.')
param publicUrl string

@description('Resource id of the server.')
param serverId string

@description('Resource id of the storage account.')
param accountId string

@description('Resource id of the vault.')
param vaultId string

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Resource id of the Application Insights component.')
param insightsId string

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

// Ready as the world sees it, every five minutes from three places: name, certificate, ingress, server and tables.
resource readyTest 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-ready'
  location: location
  kind: 'standard'
  tags: {
    'hidden-link:${insightsId}': 'Resource'
  }
  properties: {
    SyntheticMonitorId: '${name}-ready'
    Name: '${name}-ready'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-nl-ams-azr'
      }
      {
        Id: 'emea-gb-db3-azr' // Dublin
      }
      {
        Id: 'emea-fr-pra-edge'
      }
    ]
    Request: {
      RequestUrl: '${publicUrl}/ready'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  properties: {
    description: 'The server is not ready, or its certificate is about to run out: look at /ready, then at the tables.'
    severity: 0
    enabled: true
    scopes: [
      readyTest.id
      insightsId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readyTest.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
  }
}

var tableService = '${accountId}/tableServices/default'

var measured = [
  {
    what: 'breaks'
    description: 'Turns or requests end in a breakage (5xx): look in the log for what broke.'
    severity: 1
    scope: serverId
    namespace: 'Microsoft.App/containerApps'
    metric: 'Requests'
    dimension: 'statusCodeCategory'
    values: [ '5xx' ]
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 5
  }
  {
    what: 'restarts'
    description: 'An instance was started again and again: look in the system log for why it ended.'
    severity: 1
    scope: serverId
    namespace: 'Microsoft.App/containerApps'
    metric: 'RestartCount'
    dimension: ''
    values: []
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 2
  }
  {
    what: 'tables-falter'
    description: 'The tables don\'t answer every request: questions may not be taken.'
    severity: 1
    scope: tableService
    namespace: 'Microsoft.Storage/storageAccounts/tableServices'
    metric: 'Availability'
    dimension: ''
    values: []
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 99
  }
  {
    what: 'tables-throttle'
    description: 'The tables hold requests back: more is asked of them than they allow.'
    severity: 2
    scope: tableService
    namespace: 'Microsoft.Storage/storageAccounts/tableServices'
    metric: 'Transactions'
    dimension: 'ResponseType'
    values: [
      'ServerBusyError'
      'ClientThrottlingError'
      'ClientAccountRequestThrottlingError'
      'ClientAccountBandwidthThrottlingError'
    ]
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
  }
]

resource measuredAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for one in measured: {
    name: '${name}-${one.what}'
    location: 'global'
    properties: {
      description: one.description
      severity: one.severity
      enabled: true
      scopes: [
        one.scope
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: one.what
            metricNamespace: one.namespace
            metricName: one.metric
            dimensions: empty(one.dimension)
              ? []
              : [
                  {
                    name: one.dimension
                    operator: 'Include'
                    values: one.values
                  }
                ]
            timeAggregation: one.aggregation
            operator: one.operator
            threshold: one.threshold
            // Azure knows some of these only once they have been measured
            skipMetricValidation: true
          }
        ]
      }
      actions: [
        {
          actionGroupId: operators.id
        }
      ]
    }
  }
]

// The server logs a breakage as level 50 (bot/log.ts), also when Teams got its 200: a card that could not be drawn.
resource errors 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-errors'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: '${name}-errors'
    description: 'The server logged breakages.'
    severity: 2
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    // the table is there only once something has been logged
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'ContainerAppConsoleLogs | where Log has \'"level":50\''
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 5
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        operators.id
      ]
    }
  }
}

resource vaultEvents 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: '${name}-vault-events'
  location: location
  properties: {
    source: vaultId
    topicType: 'Microsoft.KeyVault.vaults'
  }
}

// The vault says so thirty days ahead, of secrets that were given an end (az keyvault secret set --expires).
resource expiring 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: vaultEvents
  name: 'expiring'
  properties: {
    // the only schema that this kind of destination takes
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    filter: {
      includedEventTypes: [
        'Microsoft.KeyVault.SecretNearExpiry'
        'Microsoft.KeyVault.SecretExpired'
      ]
    }
    destination: {
      endpointType: 'MonitorAlert'
      properties: {
        severity: 'Sev1'
        description: 'A secret of the line runs out: put a new version into the vault (README.md).'
        actionGroups: [
          operators.id
        ]
      }
    }
  }
}
